import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { CodeChip, CodeSwatch } from '../../ui/CodeChip.tsx'
import fieldStyles from '../../ui/Field.module.css'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import listStyles from '../../ui/List.module.css'
import { SearchField } from '../../ui/SearchField.tsx'
import { codeName, codeTitle } from '../coding/code-names.ts'
import { matchCodes } from '../coding/match-codes.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './CodeHitsPanel.module.css'

export interface CodePickerProps {
  readonly codeId: number | null
  readonly onChange: (codeId: number) => void
}

/** Listed at most; one types on instead of scrolling. */
const MOST = 60

/** One of the codes that can be applied, found by label, name or pinyin. */
export function CodePicker({ codeId, onChange }: CodePickerProps) {
  const t = useT('search')
  const language = useLanguage()
  const codebook = useCodebook()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const chosen = codeId === null ? undefined : codebook.byId.get(codeId)
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open)
        setTyped('')
      }}
    >
      <Button className={classNames(fieldStyles['select'], styles['picker'])}>
        <span className={styles['picked']}>
          {chosen ? (
            <CodeChip colour={chosen.colour} label={chosen.label} name={codeName(chosen, language)} />
          ) : (
            t('chooseCode')
          )}
        </span>
        <ChevronDownIcon />
      </Button>
      <Popover offset={2} placement="bottom start" className={listStyles['popover'] ?? ''}>
        <div className={styles['pickerList']}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField label={t('findCode')} autoFocus />
            <ListBox
              aria-label={t('chooseCode')}
              className={listStyles['list'] ?? ''}
              onAction={(key) => {
                setOpen(false)
                onChange(Number(key))
              }}
              renderEmptyState={() => <p className={styles['none']}>{t('noSuchCode')}</p>}
            >
              {matchCodes(codebook.codable, typed)
                .slice(0, MOST)
                .map((code) => (
                  <ListBoxItem
                    key={code.id}
                    id={code.id}
                    textValue={codeTitle(code, language)}
                    className={listStyles['item'] ?? ''}
                  >
                    <CodeSwatch colour={code.colour} />
                    <span className={listStyles['words']}>{codeTitle(code, language)}</span>
                  </ListBoxItem>
                ))}
            </ListBox>
          </Autocomplete>
        </div>
      </Popover>
    </DialogTrigger>
  )
}
