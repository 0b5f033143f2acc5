import { useRef } from 'react'
import type { ImportItem } from '../../../shared/contract/transfer.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon, InfoIcon, WarningIcon } from '../../ui/icons.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useRowWindow } from '../../ui/use-row-window.ts'
import type { Draft } from './draft.ts'
import styles from './FileTable.module.css'

export interface FileTableProps {
  readonly items: readonly ImportItem[]
  readonly drafts: readonly Draft[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onChange: (index: number, part: Partial<Draft>) => void
  readonly onDrafts: (drafts: readonly Draft[]) => void
}

const ROW_PX = 36

/** One row per file: what will be imported under which name, village, wave. The chosen one is shown in full beside it. */
export function FileTable({ items, drafts, chosen, onChoose, onChange, onDrafts }: FileTableProps) {
  const t = useT('import')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, end } = useRowWindow(scroller, items.length, ROW_PX)
  const importable = items.filter((item) => item.error === null).length
  const included = drafts.filter((draft) => draft.include).length

  function includeAll(include: boolean): void {
    onDrafts(drafts.map((draft, index) => (items[index]?.error === null ? { ...draft, include } : draft)))
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <div role="table" aria-label={t('table.label')} aria-rowcount={items.length + 1} className={styles['table']}>
        <div role="row" aria-rowindex={1} className={classNames(styles['row'], styles['head'])}>
          <span role="columnheader">
            <Checkbox
              aria-label={t('table.all')}
              isSelected={included > 0 && included === importable}
              isIndeterminate={included > 0 && included < importable}
              isDisabled={importable === 0}
              onChange={includeAll}
            />
          </span>
          <span role="columnheader">{t('field.name')}</span>
          <span role="columnheader">{t('field.village')}</span>
          <span role="columnheader">{t('field.wave')}</span>
          <span role="columnheader">{t('field.language')}</span>
          <span role="columnheader">{t('table.state')}</span>
        </div>
        <div role="presentation" style={{ height: first * ROW_PX }} />
        {items.slice(first, end).map((item, offset) => {
          const index = first + offset
          const draft = drafts[index]
          return (
            draft && (
              <FileRow
                key={item.handle}
                index={index}
                item={item}
                draft={draft}
                isChosen={index === chosen}
                onChoose={onChoose}
                onChange={onChange}
              />
            )
          )
        })}
        <div role="presentation" style={{ height: (items.length - end) * ROW_PX }} />
      </div>
    </div>
  )
}

interface FileRowProps extends Pick<FileTableProps, 'onChoose' | 'onChange'> {
  readonly index: number
  readonly item: ImportItem
  readonly draft: Draft
  readonly isChosen: boolean
}

function FileRow({ index, item, draft, isChosen, onChoose, onChange }: FileRowProps) {
  const t = useT('import')
  const language = useLanguage()
  const isBroken = item.error !== null
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-current={isChosen || undefined}
      className={classNames(styles['row'], isChosen && styles['chosen'], !draft.include && styles['excluded'])}
      onFocus={() => {
        onChoose(index)
      }}
    >
      <span role="cell">
        <Checkbox
          aria-label={t('table.include', { name: item.fileName })}
          isSelected={draft.include}
          isDisabled={isBroken}
          onChange={(include) => {
            onChange(index, { include })
          }}
        />
      </span>
      <span role="cell" className={styles['name']}>
        <button
          type="button"
          className={styles['choose']}
          title={item.fileName}
          onClick={() => {
            onChoose(index)
          }}
        >
          {draft.name || item.fileName}
        </button>
      </span>
      <span role="cell">
        <TextField
          label={t('field.village')}
          isLabelHidden
          isDisabled={isBroken}
          value={draft.village}
          onChange={(village) => {
            onChange(index, { village })
          }}
        />
      </span>
      <span role="cell">
        <TextField
          label={t('field.wave')}
          isLabelHidden
          isDisabled={isBroken}
          value={draft.wave}
          onChange={(wave) => {
            onChange(index, { wave })
          }}
        />
      </span>
      <span role="cell" className={styles['name']}>
        {isBroken ? '–' : languageName(draft.language, language)}
      </span>
      <span role="cell" className={styles['state']}>
        <FileState item={item} />
      </span>
    </div>
  )
}

/** A sign and a word: good, to be looked at, or impossible. */
function FileState({ item }: { readonly item: ImportItem }) {
  const t = useT('import')
  if (item.error !== null) {
    return (
      <span className={styles['broken']}>
        <WarningIcon />
        {t('table.broken')}
      </span>
    )
  }
  if (item.warnings.length > 0) {
    return (
      <span className={styles['doubtful']}>
        <InfoIcon />
        {t('table.doubtful')}
      </span>
    )
  }
  return (
    <span className={styles['good']}>
      <CheckIcon />
      {t('table.turns', { count: item.turns })}
    </span>
  )
}
