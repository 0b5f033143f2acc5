import { join } from 'node:path'
import type { ReadableDb, SqlValue } from '../../../electron/host/database/db.ts'
import { connectWriter } from '../../../electron/host/database/open.ts'
import { TestHost } from '../open-host.ts'

/**
 * The twin of a study that is coded blind: a copy in which what is hidden from one person never happened. The rule is
 * written down here a second time, over rows in memory, and nothing of it is shared with the host.
 */

type Row = Readonly<Record<string, SqlValue>>
const WORK = ['coding', 'episode', 'episode_primary', 'memo', 'summary', 'summary_coding', 'decision'] as const
type Work = (typeof WORK)[number]

/** What of a study is hidden from `viewer` (null: somebody without a part in it). */
export class Rule {
  readonly #viewer: number | null
  readonly #states: ReadonlyMap<string, string>
  readonly #parts: ReadonlySet<string>
  readonly #consensus: ReadonlySet<SqlValue>
  readonly #spans: readonly Row[]
  /** Every row that is or was, by table and id. */
  readonly #ever: Readonly<Record<Work, ReadonlyMap<SqlValue, Row>>>

  constructor(db: ReadableDb, viewer: number | null) {
    const all = (table: string) => db.all<Row>(`SELECT * FROM ${table}`)
    const key = (row: Row) => `${String(row['coder_id'])} ${String(row['document_id'])}`
    const deleted = db.rows<[string, number, string]>(`SELECT table_name, pk, before FROM change WHERE kind = 'delete'`)
    this.#viewer = viewer
    this.#states = new Map(all('assignment').map((row) => [key(row), String(row['state'])]))
    this.#parts = new Set([...all('coding'), ...all('episode')].map(key))
    this.#consensus = new Set(all('coder').flatMap((row) => (row['kind'] === 'consensus' ? [row['id'] ?? 0] : [])))
    this.#spans = all('case_span')
    const ever = (table: Work): ReadonlyMap<SqlValue, Row> =>
      new Map([
        ...deleted.flatMap(([name, pk, before]): [SqlValue, Row][] =>
          name === table ? [[pk, JSON.parse(before) as Row]] : [],
        ),
        ...all(table).map((row): [SqlValue, Row] => [row['id'] ?? 0, row]),
      ])
    this.#ever = Object.fromEntries(WORK.map((table) => [table, ever(table)])) as Record<
      Work,
      ReadonlyMap<SqlValue, Row>
    >
  }

  #isOpen(document: SqlValue): boolean {
    const own = `${this.#viewer} ${String(document)}`
    const state = this.#states.get(own)
    return this.#viewer === null || state === 'finished' || (state === undefined && !this.#parts.has(own))
  }

  hides(coder: SqlValue, document: SqlValue): boolean {
    if (coder === this.#viewer) return false
    const isDone = this.#consensus.has(coder) || this.#states.get(`${String(coder)} ${String(document)}`) === 'finished'
    return !(isDone && this.#isOpen(document))
  }

  hidesRow(table: Work, id: SqlValue): boolean {
    const row = this.#ever[table].get(id)
    if (row === undefined) throw new Error(`${table} ${String(id)} was never there`)
    const of = (column: string) => row[column] ?? null
    const on = (owner: Work, ownerId: SqlValue) =>
      this.hidesRow(owner, ownerId) ||
      this.hides(of('coder_id'), this.#ever[owner].get(ownerId)?.['document_id'] ?? null)
    switch (table) {
      case 'coding':
      case 'episode':
        return this.hides(of('coder_id'), of('document_id'))
      case 'episode_primary':
        return this.hidesRow('episode', of('episode_id'))
      case 'memo':
        if (of('document_id') !== null) return this.hides(of('coder_id'), of('document_id'))
        if (of('coding_id') !== null) return on('coding', of('coding_id'))
        return of('episode_id') !== null && on('episode', of('episode_id'))
      case 'summary':
        return this.#spans.some(
          (span) => span['case_id'] === of('case_id') && this.hides(of('coder_id'), span['document_id'] ?? null),
        )
      case 'summary_coding':
        return this.hidesRow('coding', of('coding_id')) || this.hidesRow('summary', of('summary_id'))
      case 'decision': {
        if (of('coder_id') === this.#viewer) return false
        const sides = [of('coder_a_id'), of('coder_b_id')].filter((coder) => coder !== null)
        return !this.#isOpen(of('document_id')) || sides.some((coder) => this.hides(coder, of('document_id')))
      }
    }
  }

  hidesConflict(db: ReadableDb, { row_guid, theirs, coder_id }: Row): boolean {
    const id = db.pluck<number>('SELECT id FROM coding WHERE guid = ?', row_guid ?? '')
    if (id !== undefined) return this.hidesRow('coding', id)
    const { document_id: guid } = JSON.parse(String(theirs)) as { document_id: string }
    const document = db.pluck<number>('SELECT id FROM document WHERE guid = ?', guid)
    return document === undefined || this.hides(coder_id ?? null, document)
  }
}

/** Commands whose labels say nothing of places in a text. */
const SHARED = /^(study|coder|code|document|speaker|case|correction|assignment|view|frequency)\./

/** Opens the twin of the open study for the person, in a host of its own. */
export async function openTwin(host: TestHost, person: string): Promise<{ twin: TestHost; rule: Rule }> {
  const twin = new TestHost({ coder: person })
  const path = join(twin.folder, host.study.fileName)
  host.study.writable().run('VACUUM INTO ?', path)
  const db = connectWriter(path, true)
  const viewer = db.pluck<number>(`SELECT id FROM coder WHERE name = ? AND kind = 'person'`, person) ?? null
  const rule = new Rule(db, viewer)
  db.exec('PRAGMA foreign_keys = OFF')
  db.exec('BEGIN')
  const conflicts = db.all<Row>('SELECT * FROM conflict').filter((row) => rule.hidesConflict(db, row))
  const recorded = db.rows<[number, number, number]>(
    'SELECT id, id, coder_of_record_id FROM document WHERE coder_of_record_id IS NOT NULL',
  )
  const states = db.rows<[number, number, number]>('SELECT id, document_id, coder_id FROM assignment')
  const rows = WORK.flatMap((table) =>
    db
      .pluckAll<number>(`SELECT id FROM ${table}`)
      .flatMap((id) => (rule.hidesRow(table, id) ? [[table, id] as const] : [])),
  )
  const changes = db
    .rows<[number, string, number, number]>('SELECT id, table_name, pk, operation_id FROM change')
    .filter(([, table, pk]) => (WORK as readonly string[]).includes(table) && rule.hidesRow(table as Work, pk))
  for (const { id } of conflicts) db.run('DELETE FROM conflict WHERE id = ?', id ?? 0)
  for (const [id, document, coder] of recorded)
    if (rule.hides(coder, document)) db.run('UPDATE document SET coder_of_record_id = NULL WHERE id = ?', id)
  for (const [id, document, coder] of states)
    if (rule.hides(coder, document)) db.run(`UPDATE assignment SET state = 'assigned' WHERE id = ?`, id)
  for (const [table, id] of rows) db.run(`DELETE FROM ${table} WHERE id = ?`, id)
  for (const [id] of changes) db.run('DELETE FROM change WHERE id = ?', id)
  for (const id of new Set(changes.map(([, , , operation]) => operation))) {
    const { coder, name } = db.get<{ coder: number | null; name: string }>(
      'SELECT coder_id AS coder, name FROM operation WHERE id = ?',
      id,
    )!
    if (coder === null || coder === viewer) continue
    if (db.pluck('SELECT 1 FROM change WHERE operation_id = ?', id) === undefined)
      db.run('DELETE FROM operation WHERE id = ?', id)
    else if (!SHARED.test(name))
      db.run('UPDATE operation SET label = ? WHERE id = ?', '{"code":"hiddenWork","params":{}}', id)
  }
  db.run(`UPDATE meta SET settings = json_remove(settings, '$.blind')`)
  db.exec('COMMIT')
  db.close()
  await twin.open(path)
  return { twin, rule }
}
