import { useEffect, useRef } from 'react'
import type { SearchQuery } from '../../../shared/contract/search.ts'
import { patternFault } from '../../../shared/search/pattern.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useFind } from './find-state.ts'
import styles from './Search.module.css'

export interface SearchBarProps {
  readonly query: SearchQuery
  readonly onChange: (change: Partial<SearchQuery>) => void
  /** Enter in the field: to the list. */
  readonly onSubmit: () => void
}

/** What is looked for, and how it is compared. */
export function SearchBar({ query, onChange, onSubmit }: SearchBarProps) {
  const t = useT('search')
  const input = useRef<HTMLInputElement>(null)
  const asked = useFind((state) => state.asked)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [asked])
  const fault = patternFault(query)
  return (
    <>
      <SearchField
        label={t('field')}
        value={query.text}
        inputRef={input}
        className={styles['field'] ?? ''}
        isInvalid={fault !== null}
        onChange={(text) => {
          onChange({ text })
        }}
        onSubmit={onSubmit}
      />
      <Select
        label={t('mode.label')}
        isLabelHidden
        value={query.mode}
        options={(['text', 'words', 'regex'] as const).map((mode) => ({
          value: mode,
          label: t(`mode.${mode}`),
          description: t(`modeHelp.${mode}`),
        }))}
        onChange={(mode) => {
          onChange({ mode })
        }}
      />
      <Checkbox
        isSelected={query.matchCase}
        onChange={(matchCase) => {
          onChange({ matchCase })
        }}
      >
        {t('matchCase')}
      </Checkbox>
      {fault !== null && (
        <p role="alert" className={styles['fault']}>
          {t('cannotRead', { problem: t(`problem.${fault.problem}`) })}
          {fault.position !== null && (
            <>
              {' '}
              {t('atCharacter', { position: [...query.text.slice(0, fault.position)].length + 1 })}{' '}
              <code>
                {query.text.slice(0, fault.position)}
                <mark>{query.text.slice(fault.position, fault.position + 1)}</mark>
                {query.text.slice(fault.position + 1)}
              </code>
            </>
          )}
        </p>
      )}
    </>
  )
}
