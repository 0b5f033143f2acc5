import type { Out } from '../../shared/contract/contract.ts'
import type { QueryContext } from './context.ts'

/**
 * Codings from before their code's redefinition. Whatever their coder does to one (confirm, recode, qualify) is later
 * than that, so the queue is read off the codings and survives restarts; undo brings back what was in it.
 */
const IN_QUEUE = `coding d JOIN code c ON c.id = d.code_id
  WHERE c.redefined_at IS NOT NULL AND d.modified_at < c.redefined_at AND d.start < d."end"`

export function codeReviews({ db, coderId }: QueryContext): Out<'code.reviews'> {
  return {
    reviews: db.all<Out<'code.reviews'>['reviews'][number]>(
      `SELECT d.code_id AS codeId, sum(d.coder_id IS ?) AS own, sum(d.coder_id IS NOT ?) AS others
       FROM ${IN_QUEUE} GROUP BY d.code_id ORDER BY d.code_id`,
      coderId,
      coderId,
    ),
  }
}

/** In the study's order of transcripts, then by place. */
export function reviewQueue({ db, study, coderId }: QueryContext, codeId: number): Out<'code.reviewQueue'> {
  const order = new Map([...study.index.documents.keys()].map((id, index) => [id, index]))
  return {
    items: db
      .all<Out<'code.reviewQueue'>['items'][number]>(
        `SELECT d.id AS codingId, d.document_id AS documentId, d.start, d."end"
         FROM ${IN_QUEUE} AND d.code_id = ? AND d.coder_id IS ? ORDER BY d.start, d."end" DESC, d.id`,
        codeId,
        coderId,
      )
      .toSorted((a, b) => (order.get(a.documentId) ?? 0) - (order.get(b.documentId) ?? 0)),
  }
}
