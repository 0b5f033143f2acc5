import { span } from '../../../shared/text/span.ts'
import type { ComparedDocument } from './compared-document.ts'
import type { ConsensusRows, Content } from './consensus-content.ts'
import type { Guids } from './guids.ts'
import type { StoredDecision, Subject } from './stored-decision.ts'
import { contentOf, type Ruling } from './verdicts.ts'

/**
 * Decisions of which the consensus has nothing though they put something there: they came back from another copy of the
 * study, where the consensus was made; or undo of a deletion brought back what they are about.
 */
export function unwritten(
  { rows }: ComparedDocument,
  present: ConsensusRows,
  certainties: ReadonlyMap<number, number>,
  guids: Guids,
): { decisionId: number; content: Content }[] {
  const written = new Set([...present.codings, ...present.episodes].map(({ decisionId }) => decisionId))
  return rows.flatMap((row) => {
    const { status, decision } = row
    if (status !== 'decided' || decision?.subject == null || written.has(decision.id)) return []
    const content = contentOf(row, rulingOf(decision, decision.subject, guids), certainties)
    if (content === null || content.codings.length + content.episodes.length === 0) return []
    return [{ decisionId: decision.id, content }]
  })
}

function rulingOf({ verdict, start, end }: StoredDecision, subject: Subject, guids: Guids): Ruling {
  const { attributesOf, length } = subject
  // After a correction inside, places from its beginning say nothing any more.
  const place = length === end - start ? subject.span : undefined
  return {
    verdict,
    passage: place === undefined ? null : span(start + place.start, start + place.end),
    codeIds: place?.codes.flatMap((guid) => guids.codeWith(guid) ?? []) ?? [],
    attributesOf,
  }
}
