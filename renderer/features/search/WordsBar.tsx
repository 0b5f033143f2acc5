import { useState } from 'react'
import type { FrequencyInput } from '../../../shared/contract/frequency.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ExportIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useExport } from '../export/use-export.ts'
import { StopListDialog } from './StopListDialog.tsx'
import styles from './WordGrid.module.css'
import type { WordsView } from './words-view.ts'

const MINIMA = [1, 2, 3, 5, 10, 20, 50, 100]

export interface WordsBarProps {
  readonly view: WordsView
  readonly onChange: (view: WordsView) => void
  /** What is counted now, for the file. */
  readonly input: FrequencyInput
}

/** What is counted, by whom, and what is left out. */
export function WordsBar({ view, onChange, input }: WordsBarProps) {
  const t = useT('search')
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <Select
        label={t('length.label')}
        isLabelHidden
        value={view.length}
        options={([1, 2, 3, 4] as const).map((value) => ({ value, label: t(`length.${value}`) }))}
        onChange={(length) => {
          onChange({ ...view, length })
        }}
      />
      <Select
        label={t('by.label')}
        isLabelHidden
        value={view.by}
        options={(['village', 'respondent', 'role', 'document'] as const).map((value) => ({
          value,
          label: t(`by.${value}`),
        }))}
        onChange={(by) => {
          // Columns are others now: sorting by the third of them means nothing any more.
          const sort = typeof view.sort.by === 'number' ? { by: 'total' as const, isDescending: true } : view.sort
          onChange({ ...view, by, sort })
        }}
      />
      <Select
        label={t('measure.label')}
        isLabelHidden
        value={view.measure}
        options={(['count', 'rate'] as const).map((value) => ({ value, label: t(`measure.${value}`) }))}
        onChange={(measure) => {
          onChange({ ...view, measure })
        }}
      />
      <Select
        label={t('minimum')}
        isLabelHidden
        value={view.minimum}
        options={MINIMA.map((value) => ({ value, label: t('atLeast', { count: value }) }))}
        onChange={(minimum) => {
          onChange({ ...view, minimum })
        }}
      />
      <Checkbox
        isSelected={view.useStopList}
        onChange={(useStopList) => {
          onChange({ ...view, useStopList })
        }}
      >
        {t('withoutStopWords')}
      </Checkbox>
      <Button
        tone="quiet"
        size="small"
        onPress={() => {
          setEditing(true)
        }}
      >
        {t('editStopList')}
      </Button>
      <SearchField
        label={t('findWord')}
        value={view.contains}
        className={styles['contains'] ?? ''}
        onChange={(contains) => {
          onChange({ ...view, contains })
        }}
      />
      <ExportWords input={input} />
      {isEditing && (
        <StopListDialog
          onClose={() => {
            setEditing(false)
          }}
        />
      )}
    </>
  )
}

function ExportWords({ input }: { readonly input: FrequencyInput }) {
  const t = useT('search')
  const { save, pending } = useExport()
  const kinds = [
    { id: 'excel', label: t('export.xlsx'), request: { format: 'frequency-xlsx' } },
    { id: 'csv', label: t('export.csv'), request: { format: 'frequency-csv', flavour: 'excel' } },
    { id: 'tidy', label: t('export.tidy'), request: { format: 'frequency-csv', flavour: 'tidy' } },
  ] as const
  return (
    <Menu
      placement="bottom end"
      items={kinds.map(({ id, label, request }) => ({
        id,
        label,
        onAction: () => void save(t('wordsFile'), { ...request, frequency: input }),
      }))}
    >
      <Button icon={<ExportIcon />} isPending={pending} className={styles['export'] ?? ''}>
        {t('export.label')}
      </Button>
    </Menu>
  )
}
