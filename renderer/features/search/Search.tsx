import { useCallback, useEffect } from 'react'
import type { SearchSummary } from '../../../shared/contract/search.ts'
import { useBridge } from '../../app/bridge.ts'
import { Inspector } from '../../app/Inspector.tsx'
import { useUndoStaysHere } from '../../app/undo-place.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import activity from '../../ui/Activity.module.css'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageTabs } from '../../ui/PageTabs.tsx'
import { CodeHitsPanel } from './CodeHitsPanel.tsx'
import { changeQuery, runSearch, useFind } from './find-state.ts'
import { HitList } from './HitList.tsx'
import { ObjectHits } from './ObjectHits.tsx'
import { SavedSearches } from './SavedSearches.tsx'
import { SearchBar } from './SearchBar.tsx'
import styles from './Search.module.css'
import { SpeechFilters } from './SpeechFilters.tsx'
import { WordsPage } from './WordsPage.tsx'

const TABS = ['hits', 'words'] as const

/** Find in the study: what is said where, in its context; or which words are said how often. */
export function Search() {
  const t = useT('search')
  const tab = useFind((state) => state.tab)
  useReadAhead()
  // What was coded here lies in many transcripts: undo leads to none of them.
  useUndoStaysHere()
  return (
    <div className={activity['page']}>
      <h2 className="visually-hidden">{t('title')}</h2>
      <PageTabs
        label={t('tabs')}
        tabs={TABS.map((id) => ({ id, label: t(`tab.${id}`) }))}
        current={tab}
        onChange={(next) => {
          useFind.setState({ tab: next })
        }}
      />
      {tab === 'hits' ? <HitsPage /> : <WordsPage />}
    </div>
  )
}

function HitsPage() {
  const t = useT('search')
  const bridge = useBridge()
  const version = useView((state) => state.version)
  const { query, summary, list, isRunning, error } = useFind()
  useSearchAgain(version)
  const again = useCallback(() => void runSearch(bridge, version), [bridge, version])
  return (
    <>
      <div role="search" aria-label={t('title')} className={activity['bar']}>
        <SearchBar
          query={query}
          onChange={(change) => {
            changeQuery(bridge, change, version)
          }}
          onSubmit={() => {
            document.querySelector<HTMLElement>('[role=listbox][data-pane-start]')?.focus()
          }}
        />
      </div>
      <div role="group" aria-label={t('filters')} className={activity['bar']}>
        <SpeechFilters
          filter={query.filter}
          onChange={(filter) => {
            changeQuery(bridge, { filter }, version)
          }}
        />
      </div>
      <Count />
      {error && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {summary && <ObjectHits summary={summary} />}
      {summary && summary.hits > 0 && <HitList key={list} summary={summary} onGone={again} />}
      {!summary && !error && !isRunning && <EmptyState title={t('nothingSought')} text={t('nothingSoughtText')} />}
      {summary?.hits === 0 && !isRunning && <NothingFound summary={summary} />}
      <Inspector>
        {summary && summary.hits > 0 && <CodeHitsPanel summary={summary} />}
        <SavedSearches />
      </Inspector>
    </>
  )
}

/** How many, out of what, and what is not listed. */
function Count() {
  const t = useT('search')
  const bridge = useBridge()
  const format = useFormat()
  const version = useView((state) => state.version)
  const { query, summary, isRunning, progress } = useFind()
  if (!summary && !isRunning) return null
  const { interviewers, otherSpeakers, labels } = summary?.leftOut ?? { interviewers: 0, otherSpeakers: 0, labels: 0 }
  return (
    <div className={styles['count']}>
      <p role="status">
        {summary &&
          t('found', {
            hits: t('hits', { count: summary.hits }),
            documents: format.count(summary.documents.length),
            count: summary.searched.documents,
          })}
        {summary?.isTruncated === true && ` · ${t('truncated')}`}
      </p>
      {interviewers > 0 && (
        <span>
          {t('leftOut.interviewers', { count: interviewers })}{' '}
          <Button
            tone="quiet"
            size="small"
            onPress={() => {
              changeQuery(bridge, { filter: { ...query.filter, interviewers: true } }, version)
            }}
          >
            {t('include')}
          </Button>
        </span>
      )}
      {otherSpeakers > 0 && <span>{t('leftOut.otherSpeakers', { count: otherSpeakers })}</span>}
      {labels > 0 && <span>{t('leftOut.labels', { count: labels })}</span>}
      {isRunning && progress && (
        <span>{t('reading', { done: format.count(progress.done), total: format.count(progress.total) })}</span>
      )}
      {summary && summary.hits > 0 && <span className={styles['keys']}>{t('listKeys')}</span>}
    </div>
  )
}

function NothingFound({ summary }: { readonly summary: SearchSummary }) {
  const t = useT('search')
  const { interviewers, otherSpeakers } = summary.leftOut
  const isElsewhere = summary.codes.total + summary.memos.total + summary.cases.total > 0
  if (isElsewhere) return <EmptyState title={t('onlyElsewhere')} text={t('onlyElsewhereText')} />
  return (
    <EmptyState
      title={t('nothingFound')}
      text={interviewers + otherSpeakers > 0 ? t('nothingFoundFiltered') : t('nothingFoundText')}
    />
  )
}

/** Reads the texts while one is still thinking what to look for. */
function useReadAhead(): void {
  const version = useView((state) => state.version)
  const bridge = useBridge()
  useEffect(() => {
    // It only saves time: where it fails, the search itself says why.
    bridge.call('search.prepare', { version }).catch(() => undefined)
  }, [bridge, version])
}

/** Another version, or something changed since: the same search is run again. */
function useSearchAgain(version: string): void {
  const bridge = useBridge()
  const isOutdated = useFind((state) => state.isOutdated || (state.summary !== null && state.version !== version))
  useEffect(() => {
    if (!isOutdated) return
    const timer = setTimeout(() => void runSearch(bridge, version), 300)
    return () => {
      clearTimeout(timer)
    }
  }, [isOutdated, bridge, version])
}
