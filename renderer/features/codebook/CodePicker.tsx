import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { classNames } from '../../ui/class-names.ts'
import fieldStyles from '../../ui/Field.module.css'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import listStyles from '../../ui/List.module.css'
import { codeName, codeTitle } from '../coding/code-names.ts'
import { matchCodes } from '../coding/match-codes.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './CodePicker.module.css'

export interface CodePickerProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (codeId: number | null) => void
  /** Which codes are offered; absent: all. */
  readonly isOffered?: (code: CodeRow) => boolean
  /** Typed and not found: a code of that name is to be made. Absent: codes there are. */
  readonly onCreate?: (name: string) => void
  readonly autoFocus?: boolean
}

const MOST = 200

/** One code of many, found by label, name or sound. */
export function CodePicker({ label, value, onChange, isOffered, onCreate, autoFocus = false }: CodePickerProps) {
  const t = useT('codebook')
  const language = useLanguage()
  const { byId, index } = useCodebook()
  const chosen = value === null ? undefined : byId.get(value)
  const chosenTitle = chosen === undefined ? '' : codeTitle(chosen, language)
  const [typed, setTyped] = useState<string | null>(null)
  const words = typed ?? chosenTitle
  const isSearching = typed !== null && typed.trim() !== '' && typed !== chosenTitle
  const items = matchCodes(index, isSearching ? typed : '')
    .filter((code) => isOffered?.(code) !== false)
    .slice(0, MOST)
  const isNew =
    onCreate !== undefined && isSearching && !items.some((code) => codeName(code, language) === typed.trim())
  return (
    <ComboBox
      inputValue={words}
      onInputChange={setTyped}
      value={value}
      onChange={(key) => {
        // Other words than the chosen code's: nothing is chosen while one types.
        if (key === null) {
          if (value !== null) onChange(null)
          return
        }
        setTyped(null)
        if (key === NEW) onCreate?.(typed?.trim() ?? '')
        else onChange(Number(key))
      }}
      menuTrigger="focus"
      defaultFilter={() => true}
      allowsEmptyCollection
      className={classNames(fieldStyles['field'], styles['picker'])}
    >
      <Label className={fieldStyles['label'] ?? ''}>{label}</Label>
      <div className={styles['box']}>
        <Input
          autoFocus={autoFocus}
          placeholder={t('picker.placeholder')}
          className={classNames(fieldStyles['input'], styles['input'])}
        />
        <Button className={styles['open'] ?? ''}>
          <ChevronDownIcon />
        </Button>
      </div>
      <Popover offset={2} className={classNames(listStyles['popover'], styles['popover'])}>
        {/* A landmark of its own: the list hangs outside of all others. */}
        <section aria-label={label}>
          <ListBox
            className={listStyles['list'] ?? ''}
            renderEmptyState={() => <p className={styles['nothing']}>{t('picker.none')}</p>}
          >
            {items.map((code) => (
              <ListBoxItem
                key={code.id}
                id={code.id}
                textValue={codeTitle(code, language)}
                className={listStyles['item'] ?? ''}
              >
                <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
              </ListBoxItem>
            ))}
            {isNew && (
              <ListBoxItem id={NEW} textValue={typed} className={listStyles['item'] ?? ''}>
                {t('picker.create', { name: typed.trim() })}
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </ComboBox>
  )
}

const NEW = 'new'
