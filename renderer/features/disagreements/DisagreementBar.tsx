import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SwapIcon } from '../../ui/icons.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { Select } from '../../ui/Select.tsx'
import activity from '../../ui/Activity.module.css'
import { useCoders } from '../coding/use-coders.ts'
import { useFilterOptions } from '../search/use-filter-options.ts'
import { CodeFilter } from '../segments/SegmentFilterBar.tsx'
import { SideMark } from './Differences.tsx'
import type { DisagreementFilters, Standing } from './disagreement-filters.ts'
import { hasFilters, KINDS, NO_FILTERS, STANDINGS } from './disagreement-filters.ts'
import styles from './Disagreements.module.css'
import type { Pair } from './pair.ts'

export interface DisagreementBarProps {
  readonly pair: Pair
  readonly onPair: (pair: Pair) => void
  readonly filters: DisagreementFilters
  /** How many disagreements there are by what became of them. */
  readonly counts: ReadonlyMap<Standing, number>
  readonly onFilters: (filters: DisagreementFilters) => void
}

/** Whose work is compared, and which disagreements are listed. */
export function DisagreementBar({ pair: [a, b], onPair, filters, counts, onFilters }: DisagreementBarProps) {
  const t = useT('disagreements')
  const format = useFormat()
  const { byId } = useCoders()
  const { villages, documents } = useFilterOptions()
  const people = [...byId.values()]
    .filter(({ kind }) => kind === 'person')
    .map(({ id, name }) => ({ value: id, label: name }))
  const change = (part: Partial<DisagreementFilters>): void => {
    onFilters({ ...filters, ...part })
  }
  return (
    <div role="group" aria-label={t('filters')} className={activity['bar']}>
      <div className={styles['pair']}>
        <Who
          side="A"
          label={t('coderA')}
          people={people}
          value={a}
          onChange={(id) => onPair(id === b ? [b, a] : [id, b])}
        />
        <IconButton
          icon={<SwapIcon />}
          size="small"
          label={t('swap')}
          onPress={() => {
            onPair([b, a])
          }}
        />
        <Who
          side="B"
          label={t('coderB')}
          people={people}
          value={b}
          onChange={(id) => onPair(id === a ? [b, a] : [a, id])}
        />
      </div>
      <Select
        label={t('show')}
        isLabelHidden
        options={STANDINGS.map((standing) => ({
          value: standing,
          label: t('withCount', { name: t(`standing.${standing}`), count: format.count(counts.get(standing) ?? 0) }),
        }))}
        value={filters.standing}
        onChange={(standing) => {
          change({ standing })
        }}
      />
      <MultiSelect
        label={t('kindFilter')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        values={filters.kinds}
        onChange={(kinds) => {
          change({ kinds })
        }}
      />
      <CodeFilter
        chosen={filters.codeIds}
        onChange={(codeIds) => {
          change({ codeIds })
        }}
      />
      <MultiSelect
        label={t('village')}
        options={villages}
        values={filters.villageIds}
        onChange={(villageIds) => {
          change({ villageIds })
        }}
      />
      <MultiSelect
        label={t('transcript')}
        filterLabel={t('findTranscript')}
        options={documents}
        values={filters.documentIds}
        onChange={(documentIds) => {
          change({ documentIds })
        }}
      />
      {hasFilters(filters) && (
        <Button
          tone="quiet"
          onPress={() => {
            onFilters({ ...NO_FILTERS, standing: filters.standing })
          }}
        >
          {t('clearFilters')}
        </Button>
      )}
    </div>
  )
}

interface WhoProps {
  readonly side: 'A' | 'B'
  readonly label: string
  readonly people: readonly { readonly value: number; readonly label: string }[]
  readonly value: number
  readonly onChange: (id: number) => void
}

function Who({ side, label, people, value, onChange }: WhoProps) {
  return (
    <span className={styles['who']}>
      <SideMark side={side} />
      <Select label={label} isLabelHidden options={people} value={value} onChange={onChange} />
    </span>
  )
}
