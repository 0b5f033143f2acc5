import { useDeferredValue } from 'react'
import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { PAGE } from '../../app/use-host-rows.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import activity from '../../ui/Activity.module.css'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ExportIcon, PlusIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { hasMemoFilters, hostMemoFilter, NO_MEMO_FILTERS, type MemoFilters, type MemoSort } from './memo-filters.ts'
import { MemoFilterBar } from './MemoFilterBar.tsx'
import { MemoList } from './MemoList.tsx'
import styles from './Memos.module.css'
import { openJournal, openNewNote } from './open-memo.ts'
import { useMemoExport } from './use-memo-export.ts'

interface MemosView {
  readonly filters: MemoFilters
  readonly sort: MemoSort
  readonly active: number
  /** Where the list was scrolled to, in CSS px. */
  readonly top: number
}

const MEMOS_VIEW = studyState<MemosView>({ filters: NO_MEMO_FILTERS, sort: 'modified', active: 0, top: 0 })

/** Every memo of the study and the journal, to be filtered, searched, opened beside and exported. */
export function Memos() {
  const t = useT('memos')
  const [view, setView] = useStudyState(MEMOS_VIEW)
  const filter = hostMemoFilter(useDeferredValue(view.filters))
  const { data, error } = useHostQuery(
    'memo.list',
    { filter, sort: view.sort, offset: 0, limit: PAGE },
    { keepPrevious: true },
  )
  return (
    <div className={activity['page']}>
      <h2 className="visually-hidden">{t('title')}</h2>
      <div role="group" aria-label={t('filter.label')} className={activity['bar']}>
        <MemoFilterBar
          filters={view.filters}
          sort={view.sort}
          onChange={(filters, sort) => {
            setView({ filters, sort, active: 0, top: 0 })
          }}
        />
        <Actions filter={filter} sort={view.sort} canExport={data !== undefined && data.total > 0} />
      </div>
      {data !== undefined && data.all > 0 && (
        <p role="status" className={styles['count']}>
          {data.total === data.all ? t('count', { count: data.all }) : t('ofAll', { shown: data.total, all: data.all })}
        </p>
      )}
      {error !== null && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {data !== undefined && data.total > 0 && (
        <MemoList
          key={JSON.stringify([filter, view.sort])}
          filter={filter}
          sort={view.sort}
          total={data.total}
          active={Math.min(view.active, data.total - 1)}
          top={view.top}
          onMove={(active, top) => {
            setView({ ...view, active, top })
          }}
        />
      )}
      {data?.total === 0 && <Nothing isFiltered={hasMemoFilters(view.filters)} />}
    </div>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useT('memos')
  if (isFiltered) return <EmptyState title={t('nothingFits.title')} text={t('nothingFits.text')} />
  return (
    <EmptyState title={t('none.title')} text={t('none.text')}>
      <Button
        tone="primary"
        onPress={() => {
          openJournal()
        }}
      >
        {t('command.journal')}
      </Button>
    </EmptyState>
  )
}

interface ActionsProps {
  readonly filter: ReturnType<typeof hostMemoFilter>
  readonly sort: MemoSort
  readonly canExport: boolean
}

function Actions({ filter, sort, canExport }: ActionsProps) {
  const t = useT('memos')
  const { save, pending } = useMemoExport()
  const exports = [
    { id: 'export.memos.docx', label: t('exportDocx'), run: () => void save('docx', { filter, sort }) },
    { id: 'export.memos.markdown', label: t('exportMarkdown'), run: () => void save('markdown', { filter, sort }) },
  ]
  useCommands(
    exports.map((command, index) => ({
      ...command,
      menu: 'file' as const,
      order: 140 + index,
      enabled: canExport && !pending,
    })),
  )
  return (
    <div className={styles['actions']}>
      <Button
        icon={<PlusIcon />}
        onPress={() => {
          openNewNote()
        }}
      >
        {t('newNote')}
      </Button>
      <Button
        onPress={() => {
          openJournal()
        }}
      >
        {t('command.journal')}
      </Button>
      <Menu placement="bottom end" items={exports.map(({ id, label, run }) => ({ id, label, onAction: run }))}>
        <Button icon={<ExportIcon />} isPending={pending} isDisabled={!canExport}>
          {t('export')}
        </Button>
      </Menu>
    </div>
  )
}
