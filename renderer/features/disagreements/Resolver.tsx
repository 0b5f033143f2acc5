import { useState } from 'react'
import type { ReactNode } from 'react'
import type { AdjudicationRow, DisagreementGroup, DisagreementRow } from '../../../shared/contract/disagreement.ts'
import type { Verdict } from '../../../shared/contract/disagreement.ts'
import type { Span } from '../../../shared/text/span.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CodeBox } from '../coding/CodeBox.tsx'
import type { WalkAct } from '../walk/Walk.tsx'
import { Walk } from '../walk/Walk.tsx'
import { AttributesStep } from './AttributesStep.tsx'
import { DecisionLine } from './DecisionLine.tsx'
import { Differences } from './Differences.tsx'
import type { DisagreementQuery } from './disagreement-filters.ts'
import { DisagreementList } from './DisagreementList.tsx'
import { DisagreementText } from './DisagreementText.tsx'
import { DocumentStanding } from './DocumentStanding.tsx'
import { Meanings } from './Meanings.tsx'
import { focusNote, NoteField } from './NoteField.tsx'
import type { Pair } from './pair.ts'
import styles from './Resolver.module.css'
import { SpanStep } from './SpanStep.tsx'
import type { VerdictDetails } from './use-decisions.ts'
import { useDecisions } from './use-decisions.ts'
import { useDisagreementWalk } from './use-disagreement-walk.ts'
import { useNewPassage } from './use-new-passage.ts'
import { useTwoCoders } from './use-two-coders.ts'
import { useVerdicts } from './use-verdicts.tsx'

export interface ResolverProps {
  readonly pair: Pair
  readonly query: DisagreementQuery
  readonly groups: readonly DisagreementGroup[]
  readonly total: number
  readonly left: number
  readonly standings: ReadonlyMap<number, AdjudicationRow>
  /** Said where there is nothing to page through. */
  readonly empty: ReactNode
}

/** What a verdict still needs before it can be given. */
type Step =
  | { readonly kind: 'span' }
  /** The codes of the new passage. */
  | { readonly kind: 'codes'; readonly at: DOMRect; readonly range: Span }
  /** Whose details go with a joint passage. */
  | { readonly kind: 'attributes' }

/** Disagreements one after the other, each in its text, each decided with one key. */
export function Resolver({ pair, query, groups, total, left, standings, empty }: ResolverProps) {
  const t = useT('disagreements')
  const format = useFormat()
  const coders = useTwoCoders(pair)
  const walk = useDisagreementWalk({ query, total, left })
  const decisions = useDecisions(pair, standings)
  const { item } = walk
  const opened = useOpened(item, walk.next)
  const passage = useNewPassage(opened)
  const { view, chosen } = passage
  const [step, setStep] = useState<Step | null>(null)
  const [showsAll, setShowsAll] = useState(false)

  // A step belongs to the disagreement at which it was begun.
  const [at, setAt] = useState<string>()
  if (item?.key !== at) {
    setAt(item?.key)
    setStep(null)
  }
  const endStep = (): void => {
    setStep(null)
  }

  function give(row: DisagreementRow, verdict: Verdict): Promise<boolean> | null {
    const isMixed = row.differs.some((difference) => difference !== 'bounds' && difference !== 'code')
    if (verdict === 'span') {
      passage.begin(row)
      setStep({ kind: 'span' })
    } else if (verdict === 'both' && isMixed) setStep({ kind: 'attributes' })
    else return decisions.decide(row, verdict)
    return null
  }

  /** The verdict that the step was for. */
  function finishStep(verdict: Verdict, details: VerdictDetails): void {
    if (item === undefined || !walk.isOpen) return
    endStep()
    walk.judge(decisions.decide(item, verdict, details))
  }

  function takePassage(): void {
    if (item === undefined || view === null || chosen === null) return
    if (item.kind === 'episode') finishStep('span', { range: chosen })
    else setStep({ kind: 'codes', at: view.rectAt(chosen.end), range: chosen })
  }

  const { verdicts, refusals } = useVerdicts(item, coders, give)
  const isFinished = item !== undefined && standings.get(item.documentId)?.state === 'finished'
  const acts: WalkAct<DisagreementRow>[] = [
    ...refusals,
    {
      id: 'disagreement-finish',
      label: t(isFinished ? 'reopenDocument' : 'finish'),
      keys: 'F',
      hasButton: false,
      run: ({ documentId }) => {
        decisions.setFinished(documentId, !isFinished)
      },
    },
    { id: 'disagreement-note', label: t('writeNote'), keys: 'C', hasButton: false, run: focusNote },
    {
      id: 'disagreement-others',
      label: t('showOthers'),
      keys: 'H',
      isOn: showsAll,
      run: () => {
        setShowsAll(!showsAll)
      },
    },
    ...(item?.decision == null
      ? []
      : [{ id: 'disagreement-reopen', label: t('reopen'), keys: 'R', run: decisions.reopen }]),
  ]

  return (
    <>
      <Walk
        label={t('title')}
        walk={walk}
        verdicts={verdicts}
        acts={acts}
        place={null}
        moves={{ skip: t('next'), back: t('previous') }}
        finished={total === 0 ? <div className={styles['empty']}>{empty}</div> : undefined}
        list={
          total > 0 && (
            <DisagreementList
              query={query}
              groups={groups}
              total={total}
              coders={coders}
              active={walk.index}
              onMove={walk.goTo}
            />
          )
        }
        passage={(row, opening) => (
          <section className={styles['passage']} aria-label={row.document}>
            <DocumentStanding
              row={row}
              position={t('position', { position: format.count(walk.index + 1), total: format.count(total) })}
              standing={standings.get(row.documentId)}
            >
              {opening}
            </DocumentStanding>
            {opened?.id === row.documentId && (
              <DisagreementText
                key={`${opened.id} ${opened.revisionId}`}
                row={row}
                document={opened}
                coders={coders}
                showsAll={showsAll}
                onView={passage.setView}
                onMoved={passage.setSelection}
                onSelected={() => {
                  if (chosen !== null && row.verdicts.includes('span') && step === null) setStep({ kind: 'span' })
                }}
              />
            )}
          </section>
        )}
        about={(row) => (
          <div className={styles['about']}>
            {opened?.id === row.documentId && <Differences row={row} document={opened} coders={coders} />}
            <DecisionLine row={row} coders={coders} />
            <Meanings row={row} />
          </div>
        )}
        step={
          step === null || item === undefined ? undefined : step.kind === 'attributes' ? (
            <AttributesStep
              row={item}
              coders={coders}
              onChoose={(attributesOf) => {
                finishStep('both', { attributesOf })
              }}
              onCancel={endStep}
            />
          ) : (
            <SpanStep
              isEpisode={item.kind === 'episode'}
              quote={passage.quote}
              onTake={takePassage}
              onCancel={endStep}
            />
          )
        }
        more={() =>
          item !== undefined && (
            <NoteField
              key={item.key}
              value={decisions.noteOf(item)}
              onChange={(text) => {
                decisions.writeNote(item, text)
              }}
              onDone={() => {
                decisions.keepNote(item)
              }}
            />
          )
        }
      />
      {step?.kind === 'codes' && item !== undefined && opened !== undefined && (
        <CodeBox
          at={step.at}
          label={t('spanStep.box')}
          quote={opened.text.slice(step.range.start, step.range.end)}
          present={new Set()}
          only={[item.a?.codeId, item.b?.codeId].filter((id) => id != null)}
          onApply={(codeIds) => {
            finishStep('span', { range: step.range, codeIds: [...codeIds] })
          }}
          onClose={() => {
            setStep((now) => (now?.kind === 'codes' ? { kind: 'span' } : now))
            view?.focus()
          }}
        />
      )}
    </>
  )
}

/** The transcript of a disagreement; that of the next one is fetched, so that it is there when it is gone to. */
function useOpened(row: DisagreementRow | undefined, next: DisagreementRow | undefined) {
  const { data } = useHostQuery('document.open', { id: row?.documentId ?? 0 }, { enabled: row !== undefined })
  const id = (next ?? row)?.documentId
  useHostQuery('document.open', { id: id ?? 0 }, { enabled: id !== undefined })
  return data
}
