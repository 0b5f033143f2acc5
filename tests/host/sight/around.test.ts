import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { LOGGED_TABLES } from '../../../electron/host/database/schema.ts'
import { sightViews } from '../../../electron/host/sight/sight-views.ts'
import { openHost } from '../open-host.ts'

/**
 * Views can be read around: by naming a table's schema, by another connection, or by taking the open study from the host.
 * Whoever has a reason to is named here.
 */
const HOST = resolve(import.meta.dirname, '../../../electron/host')
const files = readdirSync(HOST, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))

function readers(pattern: RegExp): string[] {
  return files.filter((name) => pattern.test(readFileSync(join(HOST, name), 'utf8'))).toSorted()
}

test('only the sight itself, and the age of what a worker has kept, name a table of the file', () => {
  const naming = readers(/\b(FROM|JOIN|UPDATE|INTO)\s+main\./).filter((name) => !name.startsWith('sight/'))
  expect(naming).toEqual(['search/corpus.ts'])
})

test('connections that read everything are made where files are opened, and in workers of studies that are not blind', () => {
  expect(readers(/\bconnectReader\(/)).toEqual([
    'database/open.ts',
    'database/study-file.ts',
    'merge/returned-study.ts',
    'search/corpus.ts',
    'sight/sighted-connection.ts',
  ])
})

test('the whole study is taken by what copies, checks and merges it, and by what writes', () => {
  expect(readers(/\bwhole\(\)/)).toEqual([
    'connection.ts',
    'handlers/merge.ts',
    'handlers/study.ts',
    'merge/bring-back.ts',
  ])
  expect(readers(/\bhost\.study\b/)).toEqual(['connection.ts', 'handlers/study.ts', 'sample-study.ts'])
})

/** What belongs to everybody: texts, codebook, cases, and who is to do what. */
const SHARED = [
  ...['meta', 'coder', 'wave', 'case_unit', 'affair', 'code', 'code_text', 'framework', 'document_revision', 'speaker'],
  ...['turn', 'section', 'case_span', 'attribute', 'attribute_value', 'assignment', 'saved_view'],
]

test('every table of a study is either everybody’s, or read through a view', async () => {
  const { study } = await openHost()
  const viewed = sightViews(study.db, 1).map((statement) => /TEMP VIEW (\w+)/.exec(statement)?.[1] ?? '')
  expect([...SHARED, ...viewed].toSorted()).toEqual([...LOGGED_TABLES, 'change', 'operation'].toSorted())
})
