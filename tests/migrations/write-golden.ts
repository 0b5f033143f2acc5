/**
 * Writes `format-N.sql`, a small study of the newest format with a row in every table, as text:
 *
 *     node tests/migrations/write-golden.ts
 *
 * Run it once for each format, before its release; from then on the file is never written again, for it stands for the
 * studies that people have.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadableDb, SqlValue, WritableDb } from '../../electron/host/database/db.ts'
import { runOperation } from '../../electron/host/database/operation.ts'
import { insert, update } from '../../electron/host/database/rows.ts'
import { FORMAT, type LoggedTable } from '../../electron/host/database/schema.ts'
import { createStudyFile } from '../../electron/host/database/study-file.ts'
import { quoteHash } from '../../shared/text/quote.ts'

const TEXT = '问：修路的事，谁提出来的？\n答：我们几户没签字😀，后来驻村的来了𠮷家。\n'

function fill(db: WritableDb): void {
  const add = (table: LoggedTable, row: Readonly<Record<string, SqlValue>>): number => insert(db, table, row)
  db.run('INSERT INTO text (hash, content) VALUES (?, ?)', 'hash', TEXT)
  db.run('INSERT INTO blob (hash, bytes) VALUES (?, ?)', 'hash', new Uint8Array([0xef, 0xbb, 0xbf]))
  const ana = add('coder', { name: 'Ana', initials: 'A', colour: '#3f6fb5', kind: 'person' })
  const wave = add('wave', { name: 'w1', position: 1, from_date: '2023-01-01' })
  const village = add('case_unit', { kind: 'village', name: '石坡', sort_key: 1 })
  const person = add('case_unit', { parent_id: village, kind: 'person', name: '王', role: 'neighbour', sort_key: 2 })
  const affair = add('affair', { case_id: village, name: '修路' })
  const code = add('code', { label: 'T.1', colour: '#aa0000', shortcut: 't', codable: 1, sort_key: 0 })
  const words = { definition: 'd', include: 'i', exclude: 'e', example: 'x' }
  add('code_text', { code_id: code, language: 'zh-CN', name: '信任', ...words })
  const at = { coder_id: ana, created_at: 1, modified_at: 1 }
  add('document', {
    id: 1,
    name: 'SP F5',
    language: 'zh-CN',
    revision_id: 1,
    source_hash: 'hash',
    source_name: 'f5.txt',
    wave_id: wave,
    sort_key: 1,
  })
  add('document_revision', { id: 1, document_id: 1, text_hash: 'hash', length: TEXT.length, coder_id: ana, at: 1 })
  const speaker = add('speaker', { document_id: 1, label: '答', kind: 'respondent', case_id: person })
  const second = TEXT.indexOf('\n') + 1
  add('turn', { document_id: 1, ref: 'T1', start: 0, speech_start: 2, end: second - 1 })
  add('turn', {
    document_id: 1,
    ref: 'T2',
    start: second,
    speech_start: second + 2,
    end: TEXT.length - 1,
    speaker_id: speaker,
  })
  add('section', { document_id: 1, start: 0, level: 1, title: '修路' })
  add('case_span', { case_id: village, document_id: 1 })
  const attribute = add('attribute', { name: '人口', type: 'number', owner_kind: 'village' })
  add('attribute_value', { attribute_id: attribute, case_id: village, value: '812' })
  const range = { document_id: 1, start: 2, end: 8 }
  const decision = add('decision', { ...range, kind: 'code', verdict: 'kept', note: '', coder_id: ana, at: 1 })
  const coding = add('coding', {
    ...range,
    ...at,
    code_id: code,
    polarity: 'negated',
    evidence: 'hearsay',
    referent_case_id: village,
    affair_id: affair,
    event_time: '2023',
    certainty: 2,
    quote_hash: quoteHash(TEXT.slice(2, 8)),
    decision_id: decision,
  })
  const episode = add('episode', { ...range, coder_id: ana, affair_id: affair, event_time: '2023' })
  add('episode_primary', { episode_id: episode, dimension: 'first', code_id: code })
  add('memo', { coding_id: coding, kind: 'note', title: '', body: '{}', plain: '', ...at })
  const summary = add('summary', {
    case_id: village,
    code_id: code,
    body: '{}',
    plain: '',
    coder_id: ana,
    modified_at: 1,
  })
  add('summary_coding', { summary_id: summary, coding_id: coding })
  add('assignment', { coder_id: ana, document_id: 1, state: 'finished', at: 1 })
  add('saved_view', { kind: 'matrix', name: 'All', body: '{}', coder_id: ana })
  add('conflict', { table_name: 'coding', row_guid: 'row', theirs: null, coder_id: ana, at: 1 })
}

function asSql(db: ReadableDb): string {
  const schema = db.pluckAll<string>(
    `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
  )
  // The counters of used ids come with the rows.
  const tables = db.pluckAll<string>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY rowid`,
  )
  const rows = tables.flatMap((table) => {
    const columns = db.pluckAll<string>('SELECT name FROM pragma_table_info(?)', table)
    const values = columns.map((column) => `quote("${column}")`).join(` || ', ' || `)
    return db.pluckAll<string>(`SELECT 'INSERT INTO ${table} VALUES (' || ${values} || ')' FROM ${table}`)
  })
  const header = ['application_id', 'user_version'].map(
    (pragma) => `PRAGMA ${pragma} = ${db.pluck<number>(`PRAGMA ${pragma}`) ?? 0}`,
  )
  return [...header, ...schema, ...rows].map((statement) => `${statement};\n`).join('')
}

const folder = mkdtempSync(join(tmpdir(), 'tianye-golden-'))
const writer = await createStudyFile(join(folder, 'study.tianye'), {
  name: '石坡 study',
  languages: ['zh-CN', 'en'],
  fill,
})
const { db } = writer
runOperation(db, { coderId: 1, name: 'code.update', at: 2 }, () => {
  update(db, 'code', 1, { colour: '#00aa00' })
  return { value: null, label: { code: 'codeUpdate', params: { code: 'T.1' } } }
})
writeFileSync(join(import.meta.dirname, `format-${FORMAT}.sql`), asSql(db))
writer.close()
rmSync(folder, { recursive: true })
