import type { Out, Parsed } from '../../../shared/contract/contract.ts'
import type { Span } from '../../../shared/text/span.ts'
import { applyCode } from '../apply-code.ts'
import type { JobContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { nameOf } from '../code-rows.ts'
import { planCoding, type PlannedDocument } from './plan-coding.ts'

type Count = Out<'search.previewCoding'>

/** What coding the hits would do, as things stand. */
export async function previewCoding(context: JobContext, input: Parsed<'search.previewCoding'>): Promise<Count> {
  const { hits, plan } = await planCoding(context, input)
  return countOf(context.read().db, hits, plan, input.codeId, context.read().coderId)
}

/** Codes the hits as one operation. */
export async function codeHits(context: JobContext, input: Parsed<'search.codeHits'>): Promise<Count> {
  const { hits, plan } = await planCoding(context, input)
  const { query } = context.study().reading.found(input.searchId)
  return context.write((command) => {
    const count = countOf(command.db, hits, plan, input.codeId, command.coderId)
    plan.forEach(({ documentId, passages }, index) => {
      applyCode(command, documentId, passages, input.codeId)
      if (index % 20 === 0) context.progress(index, plan.length)
    })
    command.describe({ code: nameOf(command.db, input.codeId), count: count.passages, text: query.text })
    return count
  })
}

/** The coder's own codings that a passage can become part of; see `applyCode`. */
const OWN = `SELECT start, "end" FROM coding WHERE document_id = ? AND coder_id = ? AND code_id = ? AND start < "end"
  AND polarity = 'affirmed' AND evidence = 'self' AND actor IS NULL AND referent_case_id IS NULL AND affair_id IS NULL
  AND event_time IS NULL AND certainty IS NULL ORDER BY start`

function countOf(
  db: ReadableDb,
  hits: number,
  plan: readonly PlannedDocument[],
  codeId: number,
  coderId: number | null,
): Count {
  const count = { hits, passages: 0, documents: 0, already: 0, extending: 0, added: 0, characters: 0 }
  for (const { documentId, passages } of plan) {
    const own = coderId === null ? [] : db.all<Span>(OWN, documentId, coderId, codeId)
    if (passages.length > 0) count.documents++
    // Both in order of their starts; own codings may overlap each other, so that their longest reach is looked back for.
    let from = 0
    const longest = own.reduce((most, { start, end }) => Math.max(most, end - start), 0)
    for (const { start, end } of passages) {
      count.passages++
      count.characters += end - start
      while (from < own.length && own[from]!.start + longest <= start) from++
      let kind: 'already' | 'extending' | 'added' = 'added'
      for (let at = from; at < own.length && own[at]!.start < end; at++) {
        const one = own[at]!
        if (one.start <= start && one.end >= end) kind = 'already'
        else if (one.end > start && kind === 'added') kind = 'extending'
      }
      count[kind]++
    }
  }
  return count
}
