import { useMemo, useState } from 'react'
import type { DisagreementStatus } from '../../../shared/contract/disagreement.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { PAGE } from '../../app/use-host-rows.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { showAgreement } from '../agreement/agreement-tab.ts'
import { codeTree, flatten } from '../codebook/code-tree.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import { DisagreementBar } from './DisagreementBar.tsx'
import type { DisagreementFilters, Standing } from './disagreement-filters.ts'
import { hasFilters, hostFilter, hostScope, NO_FILTERS, STANDINGS, statusesOf } from './disagreement-filters.ts'
import { DisagreementProgress } from './DisagreementProgress.tsx'
import styles from './Disagreements.module.css'
import type { Pair } from './pair.ts'
import { likelyPair, recallPair, rememberPair } from './pair.ts'
import { Resolver } from './Resolver.tsx'
import { useTwoCoders } from './use-two-coders.ts'

/** Where two coders differ, and what is decided on it: the decisions make the consensus of each transcript. */
export function Disagreements() {
  const t = useT('disagreements')
  const { data: status } = useHostQuery('study.status', {})
  const { data: list } = useHostQuery('document.list', {})
  const { byId } = useCoders()
  const people = [...byId.values()].filter(({ kind }) => kind === 'person')
  const guid = status?.open?.guid
  const [chosen, setChosen] = useState<Pair | null>(null)
  if (guid === undefined || list === undefined) return null
  const [first, second] = people
  if (first === undefined || second === undefined) return <EmptyState title={t('oneCoder')} text={t('oneCoderText')} />
  const ids = people.map(({ id }) => id)
  const isKnown = (pair: Pair | null): pair is Pair => pair?.every((id) => ids.includes(id)) === true
  const kept = chosen ?? recallPair(guid)
  const pair = isKnown(kept) ? kept : (likelyPair(list.documents, ids) ?? [first.id, second.id])
  return (
    <PairDisagreements
      pair={pair}
      onPair={(next) => {
        rememberPair(guid, next)
        setChosen(next)
      }}
    />
  )
}

const FILTERS = studyState<DisagreementFilters>(NO_FILTERS)

interface PairDisagreementsProps {
  readonly pair: Pair
  readonly onPair: (pair: Pair) => void
}

function PairDisagreements({ pair, onPair }: PairDisagreementsProps) {
  const t = useT('disagreements')
  const version = useView((state) => state.version)
  const [filters, setFilters] = useStudyState(FILTERS)
  const { codes } = useCodebook()
  const nodes = useMemo(() => flatten(codeTree(codes)), [codes])
  const scope = hostScope(pair, filters, version)
  const query = hostFilter(scope, filters, nodes)
  const { data, error } = useHostQuery(
    'disagreement.list',
    { ...query, offset: 0, limit: PAGE },
    { keepPrevious: true },
  )
  const { data: progress } = useHostQuery('disagreement.progress', scope, { keepPrevious: true })
  const standings = useMemo(
    () => new Map(progress?.documents.map((document) => [document.documentId, document])),
    [progress],
  )
  const counted = (data?.counts ?? []).filter(({ kind }) => filters.kinds.length === 0 || filters.kinds.includes(kind))
  const countOf = (statuses: readonly DisagreementStatus[] | null): number =>
    counted.reduce((sum, { status, count }) => sum + (statuses?.includes(status) === false ? 0 : count), 0)
  const counts = new Map(STANDINGS.map((standing): [Standing, number] => [standing, countOf(statusesOf(standing))]))
  const all = counts.get('all') ?? 0

  return (
    <div className={styles['page']}>
      <DisagreementBar pair={pair} onPair={onPair} filters={filters} counts={counts} onFilters={setFilters} />
      {progress !== undefined && data !== undefined && (
        <DisagreementProgress
          pair={pair}
          decided={all - (counts.get('todo') ?? 0)}
          total={all}
          documents={progress.documents}
          leftOut={progress.leftOut}
        />
      )}
      {error !== null && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {data !== undefined && progress !== undefined && (
        <Resolver
          pair={pair}
          query={query}
          groups={data.groups}
          total={data.total}
          left={counts.get('todo') ?? 0}
          standings={standings}
          empty={<Nothing pair={pair} filters={filters} count={all} progress={progress} />}
        />
      )}
    </div>
  )
}

interface NothingProps {
  readonly pair: Pair
  readonly filters: DisagreementFilters
  /** Disagreements there are, whatever their standing. */
  readonly count: number
  readonly progress: {
    readonly documents: readonly { readonly documentId: number; readonly state: string }[]
    readonly leftOut: readonly { readonly reason: string }[]
  }
}

/** Why the list is empty, and what to do. */
function Nothing({ pair, filters, count, progress: { documents, leftOut } }: NothingProps) {
  const t = useT('disagreements')
  const { a, b } = useTwoCoders(pair)
  const finishing = useHostCommand('disagreement.finish')
  if (count > 0 && filters.standing === 'todo') return <EmptyState title={t('allDecided')} text={t('allDecidedText')} />
  if (count > 0 || hasFilters(filters)) return <EmptyState title={t('nothingFits')} text={t('nothingFitsText')} />
  if (documents.length === 0) {
    const isBlind = leftOut.some(({ reason }) => reason === 'blind')
    return (
      <EmptyState
        title={t(isBlind ? 'blind' : 'noneShared')}
        text={isBlind ? t('blindText') : t('noneSharedText', { a: a.name, b: b.name })}
      >
        <GoTo tab="assignments" />
      </EmptyState>
    )
  }
  const open = documents.filter(({ state }) => state !== 'finished').map(({ documentId }) => documentId)
  return (
    <EmptyState title={t('allAgreed')} text={t('allAgreedText')}>
      {open.length > 0 && (
        <Button
          tone="primary"
          isPending={finishing.pending}
          onPress={() => void finishing.run({ coderIds: [...pair], documentIds: open })}
        >
          {t('finishAll')}
        </Button>
      )}
    </EmptyState>
  )
}

/** To the page of the activity on which one does something about it. */
function GoTo({ tab }: { readonly tab: 'assignments' | 'exchange' }) {
  const t = useT('agreement')
  return (
    <Button
      onPress={() => {
        showAgreement(tab)
      }}
    >
      {t(`tab.${tab}`)}
    </Button>
  )
}
