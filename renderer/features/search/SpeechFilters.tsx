import type { SpeechFilter } from '../../../shared/contract/search.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { NO_FILTER } from './find-state.ts'
import { NO_VILLAGE, useFilterOptions } from './use-filter-options.ts'

export interface SpeechFiltersProps {
  readonly filter: SpeechFilter
  readonly onChange: (filter: SpeechFilter) => void
}

/** Whose words are read: the same choices for finding and for counting. */
export function SpeechFilters({ filter, onChange }: SpeechFiltersProps) {
  const t = useT('search')
  const options = useFilterOptions()
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER)
  return (
    <>
      <MultiSelect
        label={t('village')}
        options={options.villages}
        values={filter.villageIds.map((id) => id ?? NO_VILLAGE)}
        onChange={(ids) => {
          onChange({ ...filter, villageIds: ids.map((id) => (id === NO_VILLAGE ? null : id)) })
        }}
      />
      <MultiSelect
        label={t('transcript')}
        filterLabel={t('findTranscript')}
        options={options.documents}
        values={filter.documentIds}
        onChange={(documentIds) => {
          onChange({ ...filter, documentIds })
        }}
      />
      <MultiSelect
        label={t('respondent')}
        filterLabel={t('findRespondent')}
        options={options.respondents}
        values={filter.respondentIds}
        onChange={(respondentIds) => {
          onChange({ ...filter, respondentIds })
        }}
      />
      <MultiSelect
        label={t('role')}
        options={options.roles}
        values={filter.roles}
        onChange={(roles) => {
          onChange({ ...filter, roles })
        }}
      />
      <Checkbox
        isSelected={filter.interviewers}
        onChange={(interviewers) => {
          onChange({ ...filter, interviewers })
        }}
      >
        {t('interviewersToo')}
      </Checkbox>
      {isFiltered && (
        <Button
          tone="quiet"
          onPress={() => {
            onChange(NO_FILTER)
          }}
        >
          {t('clearFilters')}
        </Button>
      )}
    </>
  )
}
