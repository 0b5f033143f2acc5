import { useHostQuery } from '../../app/host.ts'
import { PAGE } from '../../app/use-host-rows.ts'
import { useCommands } from '../../app/commands.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ExportIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { LeftOutNote } from '../evidence/LeftOutNote.tsx'
import { useExport } from '../export/use-export.ts'
import { SegmentFilterBar } from './SegmentFilterBar.tsx'
import { hasFilters, hostFilter, NO_FILTERS } from './segment-filters.ts'
import type { SegmentFilters } from './segment-filters.ts'
import { LONGEST_LIST, SegmentList } from './SegmentList.tsx'
import styles from './Segments.module.css'
import activity from '../../ui/Activity.module.css'

interface SegmentsView {
  readonly filters: SegmentFilters
  readonly active: number
  /** Where the list was scrolled to, in CSS px. */
  readonly top: number
}

const SEGMENTS_VIEW = studyState<SegmentsView>({ filters: NO_FILTERS, active: 0, top: 0 })

/** Every coded passage of the layer, narrowed by filters; each leads to its place in the transcript. */
export function Segments() {
  const t = useT('segments')
  const [view, setView] = useStudyState(SEGMENTS_VIEW)
  const layer = useView((state) => state.layer)
  const version = useView((state) => state.version)
  const filter = hostFilter(view.filters, layer, version)
  const { data, error } = useHostQuery('segment.list', { filter, offset: 0, limit: PAGE }, { keepPrevious: true })
  return (
    <div className={activity['page']}>
      <h2 className="visually-hidden">{t('title')}</h2>
      <div role="group" aria-label={t('filters')} className={activity['bar']}>
        <SegmentFilterBar
          filters={view.filters}
          onChange={(filters) => {
            setView({ filters, active: 0, top: 0 })
          }}
        />
        <ExportSegments />
      </div>
      {data && <Count total={data.total} documents={data.documents} leftOut={data.leftOut} />}
      {error && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {data && data.total > 0 && (
        <SegmentList
          key={JSON.stringify(filter)}
          filter={filter}
          total={Math.min(data.total, LONGEST_LIST)}
          active={Math.min(view.active, data.total - 1, LONGEST_LIST - 1)}
          top={view.top}
          onMove={(active, top) => {
            setView({ ...view, active, top })
          }}
        />
      )}
      {data?.total === 0 && <Nothing isFiltered={hasFilters(view.filters)} />}
    </div>
  )
}

interface CountProps {
  readonly total: number
  readonly documents: number
  readonly leftOut: readonly { readonly id: number; readonly name: string }[]
}

function Count({ total, documents, leftOut }: CountProps) {
  const t = useT('evidence')
  const segments = useT('segments')
  const format = useFormat()
  return (
    <div className={styles['count']}>
      <p role="status">
        {t('passages', { count: total, documents: t('documents', { count: documents }) })}
        {total > LONGEST_LIST && ` · ${segments('longest', { shown: format.count(LONGEST_LIST) })}`}
      </p>
      <LeftOutNote leftOut={leftOut} />
    </div>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useT('segments')
  return isFiltered ? (
    <EmptyState title={t('nothingFits')} text={t('nothingFitsText')} />
  ) : (
    <EmptyState title={t('nothingCoded')} text={t('nothingCodedText')} />
  )
}

function ExportSegments() {
  const t = useT('segments')
  const layer = useView((state) => state.layer)
  const version = useView((state) => state.version)
  const { save, pending } = useExport()
  const flavours = [
    { id: 'export.segments.excel', label: t('exportExcel'), flavour: 'excel' },
    { id: 'export.segments.tidy', label: t('exportTidy'), flavour: 'tidy' },
  ] as const
  const actions = flavours.map(({ id, label, flavour }) => ({
    id,
    label,
    run: () => void save(t('fileName'), { format: 'segments-csv', flavour, layer, version }),
  }))
  useCommands(
    actions.map((action, index) => ({ ...action, menu: 'file' as const, order: 120 + index, enabled: !pending })),
  )
  return (
    <Menu placement="bottom end" items={actions.map(({ id, label, run }) => ({ id, label, onAction: run }))}>
      <Button icon={<ExportIcon />} isPending={pending} className={styles['export'] ?? ''}>
        {t('export')}
      </Button>
    </Menu>
  )
}
