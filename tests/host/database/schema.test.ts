import { describe, expect, test } from 'vitest'
import { FORMATS, makeSchema, newestOf } from '../../../electron/host/database/formats.ts'
import { connectMemory } from '../../../electron/host/database/open.ts'
import { FORMAT, LOGGED_TABLES } from '../../../electron/host/database/schema.ts'
import { anchoredTables } from '../../../shared/text/anchored-tables.ts'

function fresh(): ReturnType<typeof connectMemory> {
  const db = connectMemory()
  makeSchema(db, FORMATS, FORMAT)
  return db
}

const db = fresh()

function columnsOf(table: string): { name: string; type: string; notnull: number }[] {
  return db.all('SELECT name, type, "notnull" FROM pragma_table_info(?)', table)
}

test('the format that new files get is the newest', () => {
  expect(newestOf(FORMATS)).toBe(FORMAT)
})

describe.each(LOGGED_TABLES)('%s', (table) => {
  test('holds what JSON can carry, so that the log can', () => {
    expect(columnsOf(table).filter(({ type }) => type !== 'TEXT' && type !== 'INTEGER')).toEqual([])
  })

  test('is strict, has a guid, and never gives an id twice', () => {
    const sql = db.pluck<string>('SELECT sql FROM sqlite_schema WHERE name = ?', table) ?? ''
    expect(sql).toMatch(/\) STRICT$/)
    expect(columnsOf(table)).toContainEqual({ name: 'guid', type: 'TEXT', notnull: 1 })
    // The one row of `meta` is never deleted.
    if (table !== 'meta') expect(sql).toContain('id INTEGER PRIMARY KEY AUTOINCREMENT')
  })
})

test('no reference deletes or changes rows by itself', () => {
  const actions = db.all(
    `SELECT m.name, f.* FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND (f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION')`,
  )
  expect(actions).toEqual([])
})

test('every reference can be followed backwards without reading the whole table', () => {
  const references = db.all<{ tbl: string; col: string }>(
    `SELECT m.name AS tbl, f."from" AS col FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  )
  const plans = references.map(({ tbl, col }) => {
    const [step] = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM ${tbl} WHERE "${col}" = ?`, 1)
    return { reference: `${tbl}.${col}`, indexed: step?.detail.startsWith('SEARCH') }
  })
  expect(plans.filter(({ indexed }) => indexed !== true)).toEqual([])
})

test('every table with a place in a document is an anchored table', () => {
  const tables = db.pluckAll<string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
  const anchored = tables.filter((table) => {
    const columns = columnsOf(table).map(({ name }) => name)
    return columns.includes('document_id') && columns.includes('start')
  })
  expect(anchored.sort()).toEqual(anchoredTables.map(({ table }) => table as string).sort())
  for (const { table, offsets } of anchoredTables)
    expect(columnsOf(table).map(({ name }) => name)).toEqual(expect.arrayContaining([...offsets]))
})
