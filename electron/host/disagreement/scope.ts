import type { Out } from '../../../shared/contract/contract.ts'
import type { DisagreementScope } from '../../../shared/contract/disagreement.ts'
import { selectAny } from '../agreement/selection.ts'
import type { QueryContext } from '../context.ts'
import type { StudyIndex } from '../index/study-index.ts'
import { comparedDocuments, type ComparedDocument } from './compared-document.ts'
import type { CoderPair } from './pair-reader.ts'

export type LeftOut = Out<'disagreement.progress'>['leftOut']

export interface ComparedScope {
  /** In list order. */
  readonly documents: readonly ComparedDocument[]
  readonly leftOut: LeftOut
}

/** The coders in the order of their ids, and whether they were asked for in the other. */
export function pairOf([a, b]: readonly [number, number]): { pair: CoderPair; isSwapped: boolean } {
  return a < b ? { pair: [a, b], isSwapped: false } : { pair: [b, a], isSwapped: true }
}

/** The transcripts in which two coders can be compared. Throws `agreement_coder_gone`. */
export function comparedScope(context: QueryContext, scope: DisagreementScope): ComparedScope {
  const { documents, leftOut } = selectAny(context, scope, true)
  const { index } = context.study
  const ids = documents.map(({ document }) => document.id)
  const others: LeftOut = []
  const compared = comparedDocuments(context.db, index, ids, pairOf(scope.coderIds).pair).filter((one) => {
    const reason = obstacleIn(index, one)
    if (reason !== null)
      others.push({ id: one.documentId, name: index.documents.get(one.documentId)?.name ?? '', reason })
    return reason === null
  })
  return { documents: compared, leftOut: [...leftOut, ...others] }
}

/** Why a transcript that both worked on is nevertheless not decided on by these two; null: it can be. */
export function obstacleIn(
  index: StudyIndex,
  { documentId, isOthers }: ComparedDocument,
): 'other_coders' | 'imported_consensus' | null {
  if (isOthers) return 'other_coders'
  return index.consensusIn(documentId)?.state === null ? 'imported_consensus' : null
}
