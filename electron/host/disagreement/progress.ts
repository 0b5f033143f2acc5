import type { Out } from '../../../shared/contract/contract.ts'
import type { AdjudicationRow, DisagreementScope, DisagreementStatus } from '../../../shared/contract/disagreement.ts'
import type { QueryContext } from '../context.ts'
import type { ComparedDocument } from './compared-document.ts'
import { isBehind } from './is-behind.ts'
import { comparedScope } from './scope.ts'

/** Worked out once for as long as nothing in the document changes: then it is compared anew. */
const behind = new WeakMap<ComparedDocument, boolean>()

/** How far the adjudication of each transcript is. */
export function progress(context: QueryContext, scope: DisagreementScope): Out<'disagreement.progress'> {
  const { db, study } = context
  const { documents, leftOut } = comparedScope(context, scope)
  const lagsBehind = (compared: ComparedDocument, consensusId: number): boolean => {
    const known = behind.get(compared) ?? isBehind(db, compared, consensusId)
    behind.set(compared, known)
    return known
  }
  return {
    documents: documents.map((compared): AdjudicationRow => {
      const { documentId, rows, passages, episodes } = compared
      const consensus = study.index.consensusIn(documentId)
      const count = (status: DisagreementStatus): number => rows.filter((row) => row.status === status).length
      return {
        documentId,
        document: study.index.documents.get(documentId)?.name ?? '',
        state: consensus === null ? 'untouched' : consensus.state === 'finished' ? 'finished' : 'in_progress',
        agreed: passages.length + episodes.length,
        disagreements: rows.length,
        decided: count('decided'),
        leftOpen: count('left_open'),
        outdated: count('outdated'),
        isBehind: consensus !== null && lagsBehind(compared, consensus.coderId),
      }
    }),
    leftOut,
  }
}
