import { useState } from 'react'
import type { In } from '../../../shared/contract/contract.ts'
import type { AdjudicationRow, Decision, DisagreementRow, Verdict } from '../../../shared/contract/disagreement.ts'
import { explain } from '../../app/announce.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import type { Pair } from './pair.ts'

/** What a verdict needs beside itself: where a new passage is, whose details go with a joint one. */
export type VerdictDetails = Pick<In<'disagreement.decide'>, 'range' | 'codeIds' | 'attributesOf'>

export interface Decisions {
  /** Resolves to false where it could not be done: then a toast has said why. */
  decide(row: DisagreementRow, verdict: Verdict, details?: VerdictDetails): Promise<boolean>
  reopen(row: DisagreementRow): void
  /** Calls a transcript adjudicated, or takes that back. */
  setFinished(documentId: number, finished: boolean): void
  /** As it is being written, else as it was decided. */
  noteOf(row: DisagreementRow): string
  writeNote(row: DisagreementRow, text: string): void
  /** A note on what is decided goes to the decision; before, it waits for the verdict. */
  keepNote(row: DisagreementRow): void
}

/** What one decides on the disagreements of two coders, each with its note. */
export function useDecisions(pair: Pair, standings: ReadonlyMap<number, AdjudicationRow>): Decisions {
  const t = useT('disagreements')
  const deciding = useHostCommand('disagreement.decide')
  const finishing = useHostCommand('disagreement.finish')
  const reopening = useHostCommand('disagreement.reopen')
  const [note, setNote] = useState<{ key: string; text: string } | null>(null)
  const coderIds: [number, number] = [...pair]
  const typed = ({ key }: DisagreementRow): string | undefined => (note?.key === key ? note.text : undefined)

  async function decide(row: DisagreementRow, verdict: Verdict, details: VerdictDetails = {}): Promise<boolean> {
    const text = typed(row)
    const noted = text === undefined ? {} : { note: text }
    const done = await deciding.run({ coderIds, keys: [row.key], verdict, ...noted, ...details })
    if (done === null) return false
    const names = done.finished.map((id) => standings.get(id)?.document ?? row.document)
    if (names.length > 0) explain(t('finishedNow', { documents: names.join(', ') }))
    return true
  }

  const noteOf = (row: DisagreementRow): string => typed(row) ?? row.decision?.note ?? ''

  return {
    decide,
    reopen({ key }) {
      void reopening.run({ coderIds, keys: [key] })
    },
    setFinished(documentId, finished) {
      void finishing.run({ coderIds, documentIds: [documentId], finished })
    },
    noteOf,
    writeNote({ key }, text) {
      setNote({ key, text })
    },
    keepNote(row) {
      const { decision, status } = row
      // To decide anew on what is outdated is another matter than to explain it.
      if (decision === null || status === 'outdated' || noteOf(row) === decision.note) return
      void decide(row, decision.verdict, decision.verdict === 'span' ? spanOfDecision(decision) : {})
    },
  }
}

/** What a decision for a new passage put into the consensus, to be said again. */
function spanOfDecision({ codings, episodes }: Decision): VerdictDetails {
  const [first] = [...codings, ...episodes]
  if (first === undefined) return {}
  return { range: { start: first.start, end: first.end }, codeIds: codings.map(({ codeId }) => codeId) }
}
