import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Decision, DisagreementRow, Verdict as VerdictName } from '../../../shared/contract/disagreement.ts'
import type { AdjudicationRow, DisagreementGroup } from '../../../shared/contract/disagreement.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import type { Span } from '../../../shared/text/span.ts'
import { explain } from '../../app/announce.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { isCaret, spanOf } from '../../reader/reading-selection.ts'
import type { ReadingSelection } from '../../reader/reading-selection.ts'
import { CodeBox } from '../coding/CodeBox.tsx'
import type { Verdict, WalkAct } from '../walk/Walk.tsx'
import { Walk } from '../walk/Walk.tsx'
import { AttributesStep } from './AttributesStep.tsx'
import { DecisionLine } from './DecisionLine.tsx'
import { Differences, SideMark } from './Differences.tsx'
import type { DisagreementQuery } from './disagreement-filters.ts'
import { DisagreementList } from './DisagreementList.tsx'
import { DisagreementText } from './DisagreementText.tsx'
import { DocumentStanding } from './DocumentStanding.tsx'
import { Meanings } from './Meanings.tsx'
import { NoteField } from './NoteField.tsx'
import type { Pair } from './pair.ts'
import styles from './Resolver.module.css'
import { SpanStep } from './SpanStep.tsx'
import { useDisagreementWalk } from './use-disagreement-walk.ts'
import { useTwoCoders } from './use-two-coders.ts'
import { useVerdictWords } from './use-verdict-words.ts'

const VERDICTS = ['a', 'b', 'both', 'span', 'open'] as const
const KEYS = { a: 'A', b: 'B', both: '+', span: 'N', open: 'O' } as const

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

/** What a decision for a new passage put into the consensus, to be said again. */
function spanOfDecision({ codings, episodes }: Decision): Partial<In<'disagreement.decide'>> {
  const [first] = [...codings, ...episodes]
  if (first === undefined) return {}
  return { range: { start: first.start, end: first.end }, codeIds: codings.map(({ codeId }) => codeId) }
}

type Step = 'span' | 'attributes' | null

/** Disagreements one after the other, each in its text, each decided with one key. */
export function Resolver({ pair, query, groups, total, left, standings, empty }: ResolverProps) {
  const t = useT('disagreements')
  const coders = useTwoCoders(pair)
  const walk = useDisagreementWalk({ query, total, left })
  const words = useVerdictWords(coders)
  const deciding = useHostCommand('disagreement.decide')
  const finishing = useHostCommand('disagreement.finish')
  const reopening = useHostCommand('disagreement.reopen')
  const [step, setStep] = useState<Step>(null)
  const [note, setNote] = useState<{ key: string; text: string } | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const [view, setView] = useState<ReaderView | null>(null)
  const [selection, setSelection] = useState<ReadingSelection | null>(null)
  const [box, setBox] = useState<{ at: DOMRect; range: Span } | null>(null)
  const [meant, setMeant] = useState<string>()
  const { item } = walk
  const { data: opened } = useHostQuery('document.open', { id: item?.documentId ?? 0 }, { enabled: item !== undefined })
  const nextId = walk.next?.documentId
  useHostQuery('document.open', { id: nextId ?? 0 }, { enabled: nextId !== undefined })

  // A step belongs to the passage at which it was begun.
  if (item?.key !== meant) {
    setMeant(item?.key)
    setStep(null)
    setBox(null)
  }

  const coderIds: [number, number] = [...pair]
  const typed = (row: DisagreementRow): string | undefined => (note?.key === row.key ? note.text : undefined)

  async function decide(
    row: DisagreementRow,
    verdict: VerdictName,
    more: Partial<In<'disagreement.decide'>> = {},
  ): Promise<boolean> {
    const words = typed(row)
    const done = await deciding.run({
      coderIds,
      keys: [row.key],
      verdict,
      ...(words === undefined ? {} : { note: words }),
      ...more,
    })
    if (done === null) return false
    const names = done.finished.map((id) => standings.get(id)?.document ?? row.document)
    if (names.length > 0) explain(t('finishedNow', { documents: names.join(', ') }))
    return true
  }

  /** A note on what is decided goes to the decision at once; before, it waits for the verdict. */
  async function keepNote(row: DisagreementRow): Promise<void> {
    const { decision, status } = row
    if (decision === null || status === 'outdated' || (typed(row) ?? decision.note) === decision.note) return
    await decide(row, decision.verdict, decision.verdict === 'span' ? spanOfDecision(decision) : {})
  }

  function judge(verdict: VerdictName, more?: Partial<In<'disagreement.decide'>>): void {
    if (item === undefined || !walk.isOpen) return
    setStep(null)
    walk.judge(decide(item, verdict, more))
  }

  /** What a new passage would be: what is selected; null for a caret or blanks. */
  const chosen =
    opened === undefined || selection === null || isCaret(selection)
      ? null
      : codableSpan(opened.text, spanOf(selection))

  function begin(next: Step): null {
    setStep(next)
    return null
  }

  function beginSpan(row: DisagreementRow): null {
    const { start, end } = row.a ?? row.b ?? row
    view?.focus()
    if (chosen === null) view?.select({ anchor: start, focus: end })
    return begin('span')
  }

  function takeSpan(): void {
    if (item === undefined || view === null || chosen === null) return
    if (item.kind === 'episode') judge('span', { range: chosen })
    else setBox({ at: view.rectAt(chosen.end), range: chosen })
  }

  const isMixed = item?.differs.some((difference) => difference !== 'bounds' && difference !== 'code') === true
  const verdicts = VERDICTS.flatMap((name): Verdict<DisagreementRow>[] => {
    if (item?.verdicts.includes(name) !== true) return []
    return [
      {
        id: `disagreement-${name}`,
        label: words.offered(item, name),
        command: t('command', { verdict: words.offered(item, name) }),
        keys: KEYS[name],
        ...(name === 'a' || name === 'b' ? { mark: <SideMark side={coders[name].side} /> } : {}),
        ...(item.decision?.verdict === name ? { tone: 'primary' as const } : {}),
        run: (row) => {
          if (name === 'span') return beginSpan(row)
          if (name === 'both' && isMixed) return begin('attributes')
          return decide(row, name)
        },
      },
    ]
  })
  const isFinished = item !== undefined && standings.get(item.documentId)?.state === 'finished'
  const acts: WalkAct<DisagreementRow>[] = [
    {
      id: 'disagreement-finish',
      label: t(isFinished ? 'reopenDocument' : 'finish'),
      keys: 'F',
      hasButton: false,
      run: ({ documentId }) => void finishing.run({ coderIds, documentIds: [documentId], finished: !isFinished }),
    },
    {
      id: 'disagreement-note',
      label: t('writeNote'),
      keys: 'C',
      hasButton: false,
      run: () => {
        document.querySelector<HTMLElement>('[data-disagreement-note] input')?.focus()
      },
    },
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
      : [
          {
            id: 'disagreement-reopen',
            label: t('reopen'),
            keys: 'R',
            run: ({ key }: DisagreementRow) => void reopening.run({ coderIds, keys: [key] }),
          },
        ]),
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
              position={t('position', { position: walk.index + 1, total })}
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
                onView={setView}
                onMoved={setSelection}
                onSelected={() => {
                  if (chosen !== null && row.verdicts.includes('span') && step === null) setStep('span')
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
          step === 'span' && item !== undefined ? (
            <SpanStep
              isEpisode={item.kind === 'episode'}
              quote={chosen === null ? null : (opened?.text.slice(chosen.start, chosen.end) ?? null)}
              onTake={takeSpan}
              onCancel={() => {
                setStep(null)
              }}
            />
          ) : step === 'attributes' && item !== undefined ? (
            <AttributesStep
              row={item}
              coders={coders}
              onChoose={(attributesOf) => {
                judge('both', { attributesOf })
              }}
              onCancel={() => {
                setStep(null)
              }}
            />
          ) : undefined
        }
        more={() =>
          item !== undefined && (
            <NoteField
              key={item.key}
              value={typed(item) ?? item.decision?.note ?? ''}
              onChange={(text) => {
                setNote({ key: item.key, text })
              }}
              onDone={() => void keepNote(item)}
            />
          )
        }
      />
      {box !== null && item !== undefined && opened !== undefined && (
        <CodeBox
          at={box.at}
          label={t('spanStep.box')}
          quote={opened.text.slice(box.range.start, box.range.end)}
          present={new Set()}
          only={[item.a?.codeId, item.b?.codeId].filter((id) => id != null)}
          onApply={(codeIds) => {
            judge('span', { range: box.range, codeIds: [...codeIds] })
          }}
          onClose={() => {
            setBox(null)
            view?.focus()
          }}
        />
      )}
    </>
  )
}
