import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { classNames } from './class-names.ts'
import styles from './Field.module.css'
import { CheckIcon, ChevronDownIcon } from './icons.tsx'
import listStyles from './List.module.css'

export interface SelectOption<V extends string | number> {
  readonly value: V
  readonly label: string
  readonly description?: string
}

export interface SelectProps<V extends string | number> {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly options: readonly SelectOption<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly placeholder?: string
  readonly description?: string
  readonly isDisabled?: boolean
  /** No frame until pointed at: in the header and in tables. */
  readonly isQuiet?: boolean
  readonly className?: string
}

/** One of a few. For many, a list with a filter. */
export function Select<V extends string | number>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  placeholder,
  description,
  isDisabled = false,
  isQuiet = false,
  className,
}: SelectProps<V>) {
  return (
    <AriaSelect
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
      isDisabled={isDisabled}
      className={classNames(styles['field'], isQuiet && styles['quiet'], className)}
    >
      {!isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Button className={styles['select'] ?? ''}>
        <SelectValue className={styles['selectValue'] ?? ''}>
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : options.find((option) => option.value === value)?.label
          }
        </SelectValue>
        <ChevronDownIcon />
      </Button>
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <Popover offset={2} className={listStyles['popover'] ?? ''}>
        <ListBox className={listStyles['list'] ?? ''}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={listStyles['item'] ?? ''}
            >
              {({ isSelected }) => (
                <>
                  <span className={listStyles['check']}>{isSelected && <CheckIcon />}</span>
                  <span className={listStyles['words']}>
                    <span>{option.label}</span>
                    {option.description !== undefined && (
                      <span className={listStyles['description']}>{option.description}</span>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
