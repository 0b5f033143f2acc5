import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useCoders } from '../coding/use-coders.ts'
import {
  hasMemoFilters,
  MEMO_KINDS,
  MEMO_SINCE,
  MEMO_SORTS,
  NO_MEMO_FILTERS,
  type MemoFilters,
  type MemoSort,
} from './memo-filters.ts'
import styles from './Memos.module.css'

export interface MemoFilterBarProps {
  readonly filters: MemoFilters
  readonly sort: MemoSort
  readonly onChange: (filters: MemoFilters, sort: MemoSort) => void
}

export function MemoFilterBar({ filters, sort, onChange }: MemoFilterBarProps) {
  const t = useT('memos')
  const { byId } = useCoders()
  return (
    <>
      <SearchField
        label={t('filter.search')}
        value={filters.text}
        maxLength={200}
        className={styles['search'] ?? ''}
        onChange={(text) => {
          onChange({ ...filters, text }, sort)
        }}
      />
      <MultiSelect
        label={t('filter.kind')}
        options={MEMO_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        values={filters.kinds}
        onChange={(kinds) => {
          onChange({ ...filters, kinds }, sort)
        }}
      />
      {byId.size > 1 && (
        <MultiSelect
          label={t('filter.coder')}
          options={[...byId.values()].map(({ id, name }) => ({ value: id, label: name }))}
          values={filters.coderIds}
          onChange={(coderIds) => {
            onChange({ ...filters, coderIds }, sort)
          }}
        />
      )}
      <Select
        label={t('filter.when')}
        isLabelHidden
        options={MEMO_SINCE.map((value) => ({ value, label: t(`filter.${value}`) }))}
        value={filters.since}
        onChange={(since) => {
          onChange({ ...filters, since }, sort)
        }}
      />
      <Select
        label={t('sort.label')}
        isLabelHidden
        options={MEMO_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={sort}
        onChange={(chosen) => {
          onChange(filters, chosen)
        }}
      />
      {hasMemoFilters(filters) && (
        <Button
          tone="quiet"
          onPress={() => {
            onChange(NO_MEMO_FILTERS, sort)
          }}
        >
          {t('filter.clear')}
        </Button>
      )}
    </>
  )
}
