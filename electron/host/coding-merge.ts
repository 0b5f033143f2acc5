import type { CodingRow } from '../../shared/contract/coding.ts'
import { quoteHash } from '../../shared/text/quote.ts'
import { span, type Span } from '../../shared/text/span.ts'
import type { CommandContext } from './context.ts'
import type { ReadableDb } from './database/db.ts'
import { update } from './database/rows.ts'
import { deleteCodings } from './handlers/dependants.ts'

/** When codings of one coder become one: same document, same code, overlapping, and every attribute equal. */

type MergeRow = Pick<
  CodingRow,
  | 'id'
  | 'documentId'
  | 'codeId'
  | 'coderId'
  | 'polarity'
  | 'evidence'
  | 'actor'
  | 'referentCaseId'
  | 'affairId'
  | 'eventTime'
  | 'certainty'
> &
  Span & { readonly decisionId: number | null }

/**
 * Unites each of the codings with those it overlaps and equals, after their code, coder or attributes have been changed.
 * The oldest of a group stays and covers all of it; memos and places in summaries go over to it. Returns what became of
 * the codings given: id → id of the coding that it is now part of (its own where nothing happened).
 *
 * One query for all of them: O(codings of the codes in question in the documents in question).
 */
export function uniteEqualCodings(context: CommandContext, ids: readonly number[]): Map<number, number> {
  const moved = new Set(ids)
  const became = new Map(ids.map((id) => [id, id]))
  for (const rows of Map.groupBy(neighboursOf(context, ids), equalityKey).values()) {
    for (const group of overlappingRuns(rows)) {
      if (group.length < 2 || !group.some(({ id }) => moved.has(id))) continue
      const kept = unite(context, group)
      for (const { id } of group) if (moved.has(id)) became.set(id, kept)
    }
  }
  return became
}

/** Makes one coding of several, over all they cover, and returns its id: the oldest's. */
export function unite(
  context: CommandContext,
  rows: readonly Pick<CodingRow, 'id' | 'start' | 'end' | 'documentId'>[],
  wider?: Span,
): number {
  const oldest = rows.reduce((one, other) => (other.id < one.id ? other : one))
  const others = rows.filter(({ id }) => id !== oldest.id).map(({ id }) => id)
  const whole = [...rows, ...(wider === undefined ? [] : [wider])]
  const union = span(Math.min(...whole.map(({ start }) => start)), Math.max(...whole.map(({ end }) => end)))
  if (others.length > 0) {
    const { db } = context
    const list = JSON.stringify(others)
    db.run('UPDATE memo SET coding_id = ? WHERE coding_id IN (SELECT value FROM json_each(?))', oldest.id, list)
    // A summary names a coding once, whichever of its parts it was written from.
    for (const { id, summaryId } of db.all<{ id: number; summaryId: number }>(
      'SELECT id, summary_id AS summaryId FROM summary_coding WHERE coding_id IN (SELECT value FROM json_each(?)) ORDER BY id',
      list,
    )) {
      const isNamed = db.pluck<number>(
        'SELECT 1 FROM summary_coding WHERE summary_id = ? AND coding_id = ?',
        summaryId,
        oldest.id,
      )
      if (isNamed === undefined) update(db, 'summary_coding', id, { coding_id: oldest.id })
    }
    deleteCodings(db, others)
  }
  if (union.start !== oldest.start || union.end !== oldest.end) place(context, oldest, union)
  return oldest.id
}

/** Gives a coding another extent. */
export function place(
  { db, now, study }: CommandContext,
  { id, documentId }: Pick<CodingRow, 'id' | 'documentId'>,
  { start, end }: Span,
): void {
  const text = study.index.texts.of(documentId)
  update(db, 'coding', id, { start, end, quote_hash: quoteHash(text.slice(start, end)), modified_at: now })
}

/**
 * How many codings would disappear into equal ones if the codings of the codes `from` got the code `into`, by coder.
 * Nothing is changed.
 */
export function countUnited(db: ReadableDb, from: readonly number[], into: number): Map<number, number> {
  const going = new Set(from)
  const rows = db.all<MergeRow>(
    `SELECT ${COLUMNS} FROM coding
     WHERE start < "end" AND (code_id = ? OR code_id IN (SELECT value FROM json_each(?)))
     ORDER BY start, "end" DESC, id`,
    into,
    JSON.stringify(from),
  )
  const united = new Map<number, number>()
  for (const group of Map.groupBy(rows, (row) => equalityKey({ ...row, codeId: into })).values())
    for (const run of overlappingRuns(group)) {
      const [first] = run
      if (first === undefined || !run.some(({ codeId }) => going.has(codeId))) continue
      united.set(first.coderId, (united.get(first.coderId) ?? 0) + run.length - 1)
    }
  return united
}

const COLUMNS = `id, document_id AS documentId, start, "end", code_id AS codeId, coder_id AS coderId, polarity, evidence,
  actor, referent_case_id AS referentCaseId, affair_id AS affairId, event_time AS eventTime, certainty,
  decision_id AS decisionId`

/** The codings and all others that have the code of one of them, in the documents of one of them. */
function neighboursOf({ db }: CommandContext, ids: readonly number[]): MergeRow[] {
  const list = JSON.stringify(ids)
  return db.all<MergeRow>(
    `SELECT ${COLUMNS} FROM coding
     WHERE start < "end" AND code_id IN (SELECT code_id FROM coding WHERE id IN (SELECT value FROM json_each(?)))
       AND document_id IN (SELECT document_id FROM coding WHERE id IN (SELECT value FROM json_each(?)))
     ORDER BY start, "end" DESC, id`,
    list,
    list,
  )
}

function equalityKey(row: MergeRow): string {
  const { documentId, codeId, coderId, polarity, evidence, certainty, decisionId } = row
  const { actor, referentCaseId, affairId, eventTime } = row
  return JSON.stringify([
    documentId,
    codeId,
    coderId,
    polarity,
    evidence,
    certainty,
    decisionId,
    actor,
    referentCaseId,
    affairId,
    eventTime,
  ])
}

/** Runs of spans of which each overlaps what came before it in the run; the spans are sorted by start. */
export function overlappingRuns<T extends Span>(sorted: readonly T[]): T[][] {
  const groups: T[][] = []
  let end = -1
  for (const one of sorted) {
    if (one.start < end) groups.at(-1)?.push(one)
    else groups.push([one])
    end = Math.max(end, one.end)
  }
  return groups
}
