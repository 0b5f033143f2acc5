import type { Out } from '../../shared/contract/contract.ts'
import { codeRefsOf } from '../../shared/framework/code-refs-of.ts'
import { validateFramework } from '../../shared/framework/validate-framework.ts'
import { anchoredTables } from '../../shared/text/anchored-tables.ts'
import { quoteHash } from '../../shared/text/quote.ts'
import type { ReadableDb } from './database/db.ts'

type Check = Out<'study.check'>
type Problem = Check['problems'][number]

export interface CheckProgress {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number | null) => void
}

/**
 * Whether a study is sound: the file, references, anchors within their texts and on their words, turns in order, the
 * framework and its codes. Reads everything once; an empty list of problems is a sound study.
 */
export function checkStudy(db: ReadableDb, { signal, progress }: CheckProgress): Check {
  const problems: Problem[] = []
  const checked: Record<string, number> = {}
  const report = (code: string, params: Problem['params']) => problems.push({ code, params })

  for (const message of db.pluckAll<string>('PRAGMA integrity_check(100)'))
    if (message !== 'ok') report('check_integrity', { message })
  for (const [table, row, parent] of db.rows<[string, number, string]>('PRAGMA foreign_key_check'))
    report('check_reference', { table, row, parent })
  checkOrphans(db, report)
  checkDecisions(db, report)
  checked['frameworks'] = checkFrameworks(db, report)

  const documents = db.rows<[number, string]>('SELECT id, name FROM document ORDER BY id')
  documents.forEach(([id, name], index) => {
    signal.throwIfAborted()
    progress(index, documents.length)
    checkDocument(db, id, name, report, checked)
  })
  checked['documents'] = documents.length
  return { problems, checked }
}

/** The same for a coder from whom some of it is hidden: of problems there, how many there are. */
export function checkAsSeen(whole: ReadableDb, seen: ReadableDb, progress: CheckProgress): Check {
  const all = checkStudy(whole, progress)
  if (seen === whole) return all
  const { problems, checked } = checkStudy(seen, progress)
  const hidden = all.problems.length - problems.length
  return {
    problems: hidden > 0 ? [...problems, { code: 'check_hidden', params: { count: hidden } }] : problems,
    checked,
  }
}

type Report = (code: string, params: Problem['params']) => void

/** Rows that nothing leads to any more: changes without an operation, documents without their text. */
function checkOrphans(db: ReadableDb, report: Report): void {
  for (const id of db.pluckAll<number>('SELECT id FROM change WHERE operation_id NOT IN (SELECT id FROM operation)'))
    report('check_log_orphan', { row: id })
  for (const name of db.pluckAll<string>(
    `SELECT d.name FROM document d LEFT JOIN document_revision r ON r.id = d.revision_id AND r.document_id = d.id
     WHERE r.id IS NULL`,
  ))
    report('check_text_missing', { document: name })
  for (const id of db.pluckAll<number>(
    'SELECT id FROM code c WHERE NOT EXISTS (SELECT 1 FROM code_text t WHERE t.code_id = c.id)',
  ))
    report('check_code_nameless', { row: id })
}

/** What rests on a decision is where the decision is. */
function checkDecisions(db: ReadableDb, report: Report): void {
  for (const table of ['coding', 'episode'] as const)
    for (const [row, document] of db.rows<[number, string]>(
      `SELECT r.id, o.name FROM ${table} r JOIN decision d ON d.id = r.decision_id
       JOIN document o ON o.id = r.document_id WHERE d.document_id <> r.document_id`,
    ))
      report('check_decision', { document, table, row })
}

function checkFrameworks(db: ReadableDb, report: Report): number {
  const labels = new Map(db.rows<[string, string | null]>('SELECT guid, label FROM code'))
  const frameworks = db.rows<[string, string]>('SELECT name, body FROM framework')
  for (const [name, body] of frameworks) {
    const validation = validateFramework(parseJson(body))
    if (!validation.ok) {
      report('check_framework', { framework: name, problem: validation.problems[0]?.code ?? '' })
      continue
    }
    for (const ref of codeRefsOf(validation.framework))
      if (!labels.has(ref.guid)) report('check_framework_code', { framework: name, code: ref.label })
  }
  return frameworks.length
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function checkDocument(
  db: ReadableDb,
  id: number,
  document: string,
  report: Report,
  checked: Record<string, number>,
): void {
  const revision = db.get<{ content: string; length: number }>(
    `SELECT t.content, r.length FROM document d JOIN document_revision r ON r.id = d.revision_id
     JOIN text t ON t.hash = r.text_hash WHERE d.id = ?`,
    id,
  )
  if (revision === undefined) return
  const { content, length } = revision
  if (content.length !== length) report('check_text_length', { document, found: content.length, expected: length })

  for (const { table, offsets } of anchoredTables) {
    const least = `min(${offsets.map((o) => `coalesce("${o}", 0)`).join(', ')}, 0)`
    const most = `max(${offsets.map((o) => `coalesce("${o}", 0)`).join(', ')}, 0)`
    for (const row of db.pluckAll<number>(
      `SELECT id FROM ${table} WHERE document_id = ? AND (${least} < 0 OR ${most} > ?)`,
      id,
      content.length,
    ))
      report('check_anchor_outside', { document, table, row })
  }
  const codings = db.rows<[number, number, number, string]>(
    'SELECT id, start, "end", quote_hash FROM coding WHERE document_id = ? ORDER BY start',
    id,
  )
  for (const [row, start, end, hash] of codings)
    // A lost anchor stands on nothing; its checksum is that of the words it stood on.
    if (start < end && quoteHash(content.slice(start, end)) !== hash)
      report('check_quote', { document, row, start, end })
  checked['codings'] = (checked['codings'] ?? 0) + codings.length
  checked['turns'] = (checked['turns'] ?? 0) + checkTurns(db, id, document, report)
}

/** Turns stand one behind the other, the speech of each within it. */
function checkTurns(db: ReadableDb, id: number, document: string, report: Report): number {
  const turns = db.rows<[string, number, number, number]>(
    'SELECT ref, start, speech_start, "end" FROM turn WHERE document_id = ? ORDER BY start, id',
    id,
  )
  let last = 0
  for (const [ref, start, speechStart, end] of turns) {
    if (start < last || speechStart < start || speechStart > end) report('check_turn_order', { document, ref })
    last = end
  }
  return turns.length
}
