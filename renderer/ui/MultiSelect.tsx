import type { ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { useT } from '../i18n/i18n.ts'
import { Button as TianyeButton } from './Button.tsx'
import { classNames } from './class-names.ts'
import fieldStyles from './Field.module.css'
import { CheckIcon, ChevronDownIcon } from './icons.tsx'
import listStyles from './List.module.css'
import styles from './MultiSelect.module.css'
import { SearchField } from './SearchField.tsx'

export interface MultiOption<V extends string | number> {
  readonly value: V
  readonly label: string
  /** Depth in a tree, 0 at the top. */
  readonly level?: number
  /** Meant already by another choice (a branch by its root): shown as chosen, not to be chosen again. */
  readonly isIncluded?: boolean
  readonly mark?: ReactNode
}

export interface MultiSelectProps<V extends string | number> {
  readonly label: string
  /** The label stands beside it already: it is read, not seen, and the button is as wide as there is room. */
  readonly isLabelHidden?: boolean
  readonly options: readonly MultiOption<V>[]
  /** Empty: no restriction, or what `noneLabel` says. */
  readonly values: readonly V[]
  readonly onChange: (values: V[]) => void
  /** Label of the filter box of a long list; absent: a short list without one. */
  readonly filterLabel?: string
  /** What nothing chosen means, where it does not mean all. */
  readonly noneLabel?: string
}

/** Any number of many; as a restriction, unless said otherwise: nothing chosen means all. */
export function MultiSelect<V extends string | number>({
  label,
  isLabelHidden = false,
  options,
  values,
  onChange,
  filterLabel,
  noneLabel,
}: MultiSelectProps<V>) {
  const t = useT('common')
  const chosen = options.filter((option) => values.includes(option.value))
  const [first] = chosen
  const summary =
    first === undefined
      ? (noneLabel ?? t('all'))
      : chosen.length === 1
        ? first.label
        : `${first.label} +${chosen.length - 1}`
  const list = (
    <ListBox
      aria-label={label}
      autoFocus={filterLabel === undefined}
      selectionMode="multiple"
      escapeKeyBehavior="none"
      selectedKeys={options.filter((o) => o.isIncluded === true || values.includes(o.value)).map((o) => o.value)}
      disabledKeys={options.filter((option) => option.isIncluded === true).map((option) => option.value)}
      onSelectionChange={(keys) => {
        const isChosen = (option: MultiOption<V>) => keys === 'all' || keys.has(option.value)
        onChange(options.filter((o) => o.isIncluded !== true && isChosen(o)).map((option) => option.value))
      }}
      className={classNames(listStyles['list'], styles['list'])}
      renderEmptyState={() => <p className={styles['nothing']}>{t('nothingFound')}</p>}
    >
      {options.map((option) => (
        <ListBoxItem
          key={option.value}
          id={option.value}
          textValue={option.label}
          className={listStyles['item'] ?? ''}
          style={{ paddingInlineStart: 8 + (option.level ?? 0) * 14 }}
        >
          {({ isSelected }) => (
            <>
              <span className={listStyles['check']}>{isSelected && <CheckIcon />}</span>
              {option.mark}
              <span className={listStyles['words']}>
                <Text slot="label">{option.label}</Text>
              </span>
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  )
  return (
    <DialogTrigger>
      <Button
        className={classNames(
          fieldStyles['select'],
          !isLabelHidden && styles['button'],
          chosen.length > 0 && styles['restricting'],
        )}
      >
        <span className={isLabelHidden ? 'visually-hidden' : styles['label']}>{label}</span>
        <span className={styles['summary']}>{summary}</span>
        <ChevronDownIcon />
      </Button>
      <Popover offset={2} placement="bottom start" className={classNames(listStyles['popover'], styles['popover'])}>
        {/* The popover is the dialog, named by the button: a Dialog inside it would leave its name on no role. */}
        <div className={styles['dialog']}>
          {filterLabel === undefined ? (
            list
          ) : (
            <Autocomplete filter={matches}>
              <SearchField label={filterLabel} autoFocus className={styles['filter'] ?? ''} />
              {list}
            </Autocomplete>
          )}
          {chosen.length > 0 && (
            <div className={styles['foot']}>
              <TianyeButton
                tone="quiet"
                size="small"
                onPress={() => {
                  onChange([])
                }}
              >
                {noneLabel ?? t('showAll')}
              </TianyeButton>
            </div>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  )
}

function matches(text: string, typed: string): boolean {
  return text.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase())
}
