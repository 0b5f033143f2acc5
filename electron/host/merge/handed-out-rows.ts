import { parseMemoBody } from '../../../shared/memo/memo-body.ts'
import { mapMemoReferences } from '../../../shared/memo/map-references.ts'
import { plainOfMemo } from '../../../shared/memo/plain-memo.ts'
import type { ReadableDb } from '../database/db.ts'
import { LOGGED_TABLES, type LoggedTable } from '../database/schema.ts'
import { settingsToHandOut } from '../study-settings.ts'
import { MEMO_TARGETS } from './memo-targets.ts'
import { mapReferences, referencesOf, type Row } from './references.ts'

export interface HandOutChoice {
  /** Who gets it. */
  readonly coderId: number
  readonly documentIds: readonly number[]
  readonly withOthers: boolean
  readonly withMemos: boolean
}

/** The rows that go, by table and id. */
export type HandedOutRows = ReadonlyMap<LoggedTable, ReadonlySet<number>>

const COLLEAGUE = '(SELECT coder FROM chosen)'
const OTHERS = '(SELECT others FROM chosen)'
/** Of what coders made on the transcripts. */
const GOES = `document_id IN docs AND (coder_id = ${COLLEAGUE} OR ${OTHERS})`

const everything = (table: LoggedTable) => `SELECT id FROM ${table}`
const ofDocuments = (table: LoggedTable) => `SELECT id FROM ${table} WHERE document_id IN docs`
const work = (table: LoggedTable) => `SELECT id FROM ${table} WHERE ${GOES}`
const written = (table: LoggedTable) => `SELECT id FROM ${table} WHERE coder_id = ${COLLEAGUE} OR ${OTHERS}`

/** What is chosen, as names that the statements below use. */
const CHOICE = `WITH RECURSIVE chosen (coder, docs, others, memos) AS MATERIALIZED (SELECT ?, ?, ?, ?),
  docs (id) AS MATERIALIZED (SELECT value FROM chosen, json_each(chosen.docs)),
  affairs AS MATERIALIZED (SELECT affair_id FROM coding WHERE ${GOES} UNION SELECT affair_id FROM episode WHERE ${GOES}),
  cases (id) AS MATERIALIZED (
    SELECT id FROM case_unit WHERE kind = 'village'
    UNION SELECT case_id FROM case_span WHERE document_id IN docs
    UNION SELECT case_id FROM speaker WHERE document_id IN docs
    UNION SELECT referent_case_id FROM coding WHERE ${GOES}
    UNION SELECT case_id FROM affair WHERE id IN affairs
    UNION SELECT parent_id FROM case_unit JOIN cases USING (id))`

/** Which rows of each table go, before those are left out that refer to something that does not. */
const CHOSEN: Readonly<Record<LoggedTable, string | null>> = {
  meta: everything('meta'),
  coder: everything('coder'),
  wave: everything('wave'),
  case_unit: 'SELECT id FROM case_unit WHERE id IN cases',
  affair: 'SELECT id FROM affair WHERE case_id IN cases OR id IN affairs',
  code: everything('code'),
  code_text: everything('code_text'),
  framework: everything('framework'),
  document: 'SELECT id FROM document WHERE id IN docs',
  document_revision: 'SELECT revision_id FROM document WHERE id IN docs',
  speaker: ofDocuments('speaker'),
  turn: ofDocuments('turn'),
  section: ofDocuments('section'),
  case_span: ofDocuments('case_span'),
  attribute: everything('attribute'),
  attribute_value: 'SELECT id FROM attribute_value WHERE case_id IN cases OR document_id IN docs',
  // A decision that the colleague's own work rests on goes with it.
  decision: `${work('decision')}
    UNION SELECT decision_id FROM coding WHERE coder_id = ${COLLEAGUE} AND decision_id IS NOT NULL
    UNION SELECT decision_id FROM episode WHERE coder_id = ${COLLEAGUE} AND decision_id IS NOT NULL`,
  coding: work('coding'),
  episode: work('episode'),
  episode_primary: everything('episode_primary'),
  memo: `SELECT id FROM memo WHERE (SELECT memos FROM chosen) AND (coder_id = ${COLLEAGUE} OR ${OTHERS})`,
  summary: written('summary'),
  summary_coding: everything('summary_coding'),
  assignment: `${ofDocuments('assignment')} AND coder_id = ${COLLEAGUE}`,
  saved_view: null,
  conflict: null,
}

/** References that are each copy's own, and lead nowhere in the new file. */
const FORGOTTEN: Partial<Record<LoggedTable, readonly string[]>> = {
  document: ['parallel_of', 'coder_of_record_id'],
  document_revision: ['parent_id'],
}

/**
 * The rows that go: those chosen, without those that belong to something that stays (a memo on another transcript, an
 * episode's category where the episode stays), and without memos and summaries that quote a transcript that stays.
 */
export function handedOutRows(db: ReadableDb, choice: HandOutChoice): HandedOutRows {
  const rows = new Map<LoggedTable, Set<number>>()
  for (const table of LOGGED_TABLES) rows.set(table, new Set(chosenIds(db, table, choice)))
  let isWhole = false
  while (!isWhole) {
    isWhole = true
    for (const table of LOGGED_TABLES) {
      const forgotten = FORGOTTEN[table] ?? []
      for (const { column, parent } of referencesOf(db, table).filter((one) => !forgotten.includes(one.column))) {
        const ids = rows.get(table) ?? new Set()
        for (const [id, value] of db.rows<[number, number]>(
          `SELECT id, "${column}" FROM ${table} WHERE "${column}" IS NOT NULL`,
        ))
          if (rows.get(parent)?.has(value) !== true && ids.delete(id)) isWhole = false
      }
    }
    for (const table of ['memo', 'summary'] as const)
      for (const [id, body] of db.rows<[number, string]>(`SELECT id, body FROM ${table}`))
        if (quotesOthers(body, rows) && rows.get(table)?.delete(id) === true) isWhole = false
  }
  return rows
}

function chosenIds(db: ReadableDb, table: LoggedTable, choice: HandOutChoice): number[] {
  const statement = CHOSEN[table]
  if (statement === null) return []
  return db.pluckAll<number>(
    `${CHOICE} ${statement}`,
    choice.coderId,
    JSON.stringify(choice.documentIds),
    choice.withOthers ? 1 : 0,
    choice.withMemos ? 1 : 0,
  )
}

/** Also what cannot be read: nobody knows what it quotes. */
function quotesOthers(stored: string, rows: HandedOutRows): boolean {
  const body = parseMemoBody(stored)
  return (
    body === null ||
    body.root.children.some((block) => block.type === 'passage' && !goes(rows, 'document', block.documentId))
  )
}

function goes(rows: HandedOutRows, table: LoggedTable, id: number): boolean {
  return rows.get(table)?.has(id) === true
}

/**
 * A row as it is written into the new file, under its own id and guid. It keeps nothing of what stays: a text has no past,
 * and what a memo mentions and is not there is plain words.
 */
export function handedOutRow(
  db: ReadableDb,
  table: LoggedTable,
  row: Row,
  rows: HandedOutRows,
  choice: HandOutChoice,
): Row {
  const forgotten = FORGOTTEN[table] ?? []
  const references =
    forgotten.length === 0 ? [] : referencesOf(db, table).filter(({ column }) => forgotten.includes(column))
  const kept = mapReferences(references, row, (parent, id) => (goes(rows, parent, Number(id)) ? id : null))
  switch (table) {
    case 'meta':
      return { ...kept, settings: settingsToHandOut(String(kept['settings'])) }
    case 'document': {
      const record = kept['coder_of_record_id']
      return {
        ...kept,
        source_hash: null,
        // Else the layer of the study would be somebody's whose work is not there.
        coder_of_record_id: choice.withOthers || record === choice.coderId ? (record ?? null) : null,
      }
    }
    case 'document_revision':
      return { ...kept, parent_id: null, splices: null }
    case 'memo':
    case 'summary':
      return { ...kept, ...handedOutBody(String(row['body']), rows) }
    default:
      return kept
  }
}

function handedOutBody(stored: string, rows: HandedOutRows): { body: string; plain: string } {
  const body = parseMemoBody(stored)
  if (body === null) throw new Error('a memo that cannot be read was chosen')
  const mapped = mapMemoReferences(body, {
    reference: (reference) => (goes(rows, MEMO_TARGETS[reference.target], reference.id) ? reference : null),
  })
  return { body: JSON.stringify(mapped), plain: plainOfMemo(mapped) }
}
