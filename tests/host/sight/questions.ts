import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadableDb } from '../../../electron/host/database/db.ts'
import { UserError } from '../../../electron/host/errors.ts'
import type { In, Name, NamesOf } from '../../../shared/contract/contract.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { TestHost } from '../open-host.ts'

/** Everything that the contract lets one ask of a study, so that a query added later is asked too, or does not compile. */

/** Ids of all that is in the study, or was: also what the asking person cannot know of. */
export interface Known {
  readonly documents: readonly { id: number; revisionId: number }[]
  readonly layers: readonly (number | 'study')[]
  readonly coders: readonly number[]
  readonly codes: readonly number[]
  readonly codings: readonly number[]
  readonly episodes: readonly number[]
  readonly memos: readonly number[]
  readonly cases: readonly number[]
}

export function known(db: ReadableDb): Known {
  const ids = (table: string) => db.pluckAll<number>(`SELECT id FROM ${table} ORDER BY id`)
  const ever = (table: string) =>
    db.pluckAll<number>('SELECT DISTINCT pk FROM change WHERE table_name = ? ORDER BY pk', table)
  return {
    documents: db.all('SELECT id, revision_id AS revisionId FROM document ORDER BY id'),
    layers: ['study', ...ids('coder')],
    coders: ids('coder'),
    codes: db.pluckAll(`SELECT id FROM code WHERE label IN ('M.R', 'P.G') OR label IS NULL ORDER BY id`),
    codings: ever('coding'),
    episodes: ever('episode'),
    memos: ever('memo'),
    cases: ids('case_unit'),
  }
}

type Queries = { readonly [N in NamesOf<'query'>]: (known: Known) => readonly In<N>[] }

const everywhere = { start: utf16(0), end: utf16(500) }
const noFilter = { owners: [], coderIds: [], from: null, until: null, text: '' }
const once = () => [{}]

/** Pairs of coders, the order telling who is first. */
function pairs({ coders }: Known): [number, number][] {
  return coders.flatMap((a) => coders.flatMap((b): [number, number][] => (a < b ? [[a, b]] : [])))
}

export const queries: Queries = {
  'study.status': once,
  // Of this computer, not of the study.
  'study.recents': () => [],
  'study.frameworks': once,
  'settings.get': once,
  'coder.list': once,
  // Rests on who has which transcript, hidden or not (`hiddenCoderIds`), and on nothing of what they did there.
  'assignment.drawPreview': () => [],
  'assignment.draws': once,
  'history.state': once,
  'history.list': () => [{ before: null, limit: 500 }],
  'document.list': once,
  'document.open': ({ documents }) => documents.map(({ id }) => ({ id })),
  'document.codedTurns': ({ documents, layers }) =>
    documents.flatMap(({ id }) => layers.map((layer) => ({ id, layer }))),
  'document.linkPreview': ({ documents }) => documents.slice(1).map(({ id }) => ({ id, originalId: documents[0]!.id })),
  'case.list': once,
  'code.list': once,
  'code.counts': ({ documents, layers }) =>
    layers.flatMap((layer) => [null, ...documents.map(({ id }) => id)].map((documentId) => ({ layer, documentId }))),
  'code.dependants': ({ codes }) => codes.map((id) => ({ ids: [id] })),
  'code.mergePreview': ({ codes }) => codes.slice(1).map((id) => ({ ids: [id], into: codes[0]! })),
  'code.usage': ({ codes, layers }) => codes.flatMap((id) => layers.map((layer) => ({ id, layer }))),
  'code.reviews': once,
  'code.reviewQueue': ({ codes }) => codes.map((id) => ({ id })),
  'coding.inRange': ({ documents, layers }) =>
    documents.flatMap(({ id }) => layers.map((layer) => ({ documentId: id, layer, range: everywhere }))),
  'coding.tally': ({ documents }) => documents.map(({ id }) => ({ documentId: id })),
  'coding.references': once,
  'coding.usedWords': once,
  'correction.preview': ({ documents }) =>
    documents.map(({ id, revisionId }) => ({
      documentId: id,
      revisionId,
      change: { kind: 'edit', range: { start: utf16(2), end: utf16(9) }, text: '改' },
    })),
  'correction.revisions': ({ documents }) => documents.map(({ id }) => ({ documentId: id, before: null, limit: 50 })),
  'correction.lost': ({ documents }) => [null, ...documents.map(({ id }) => id)].map((documentId) => ({ documentId })),
  'episode.inDocument': ({ documents, layers }) =>
    documents.flatMap(({ id }) => layers.map((layer) => ({ documentId: id, layer }))),
  'episode.affairs': ({ documents }) => documents.map(({ id }) => ({ documentId: id })),
  'segment.list': ({ layers }) => layers.map((layer) => ({ filter: { layer }, offset: 0, limit: 500 })),
  'segment.surroundings': ({ documents }) =>
    documents.map(({ id }) => ({ documentId: id, start: utf16(3), end: utf16(9) })),
  'segment.evidence': ({ codings }) => [{ codingIds: [...codings], stretches: [], offset: 0, limit: 500 }],
  // After `search.start`, whose answer these are pages of.
  'search.page': () => [{ searchId: 1, offset: 0, limit: 100 }],
  'search.inDocument': ({ documents }) => documents.map(({ id }) => ({ searchId: 1, documentId: id })),
  'frequency.stopList': once,
  'view.list': () => [{ kind: 'search' }, { kind: 'agreement' }],
  'matrix.compute': ({ layers }) =>
    layers.flatMap((layer) => [
      { rows: 'code', columns: 'document', measure: 'passages', layer },
      { rows: 'code', columns: 'role', measure: 'amount', layer },
    ]),
  'matrix.cell': ({ codes, documents, layers }) =>
    codes.flatMap((codeId) =>
      layers.flatMap((layer) =>
        documents.map(({ id }) => ({
          matrix: { rows: 'code', columns: 'document', measure: 'passages', layer },
          codeId,
          column: id,
        })),
      ),
    ),
  'memo.list': ({ coders }) => [
    { filter: noFilter, sort: 'place', offset: 0, limit: 100 },
    ...coders.map((id) => ({
      filter: { ...noFilter, coderIds: [id] },
      sort: 'created' as const,
      offset: 0,
      limit: 100,
    })),
  ],
  'memo.get': ({ memos }) => memos.map((id) => ({ id })),
  'memo.on': ({ codings, episodes, documents, cases, codes }) =>
    Object.entries({
      coding: codings,
      episode: episodes,
      document: documents.map(({ id }) => id),
      case: cases,
      code: codes,
    }).flatMap(([kind, ids]) => ids.map((id) => ({ owner: { kind: kind as 'coding', id }, day: null }))),
  'memo.owners': ({ documents }) => [null, ...documents.map(({ id }) => id)].map((documentId) => ({ documentId })),
  'conflict.list': () => [{ status: 'all', offset: 0, limit: 100 }],
  'profile.framework': once,
  'profile.compute': ({ layers }) => layers.map((layer) => ({ layer, version: 'originals', unit: null })),
  'agreement.evidence': (all) =>
    pairs(all).flatMap((coderIds) =>
      all.codes.map((codeId) => ({
        settings: { coderIds, unit: 'turn' as const },
        codeId,
        cell: 'onlyFirst' as const,
      })),
    ),
  'disagreement.list': (all) => pairs(all).map((coderIds) => ({ coderIds, offset: 0, limit: 100 })),
  'disagreement.place': (all) => pairs(all).map((coderIds) => ({ coderIds, key: null, from: 0 })),
  'disagreement.progress': (all) => pairs(all).map((coderIds) => ({ coderIds })),
}

type Jobs = NamesOf<'job'>
type Reading =
  'study.check' | 'search.start' | 'search.finish' | 'frequency.count' | Extract<Jobs, `agreement.${string}`>
type Writing = 'memo.export' | 'export.file'

/** Jobs that read, in the order in which they are asked. */
export const readingJobs: { readonly [N in Reading]: (known: Known) => readonly In<N>[] } = {
  'study.check': once,
  'search.start': () => [{ query: { text: '田野' }, version: 'originals' }],
  'search.finish': () => [{ searchId: 1 }],
  'frequency.count': () => [{ input: { by: 'village' } }],
  'agreement.compute': (all) =>
    pairs(all).flatMap((coderIds) =>
      (['turn', 'episode', 'character', 'spans'] as const).map((unit) => ({
        settings: { coderIds, unit, interval: { method: 'none' as const } },
      })),
    ),
  'agreement.by': (all) =>
    pairs(all).map((coderIds) => ({ settings: { coderIds, interval: { method: 'none' as const } }, by: 'document' })),
  'agreement.attributes': (all) => pairs(all).map((coderIds) => ({ settings: { coderIds } })),
  'agreement.profileChange': (all) => pairs(all).map((coderIds) => ({ settings: { coderIds } })),
}

/** Jobs that write what they read into a file. */
export const fileJobs: { readonly [N in Writing]: (known: Known, handle: string) => readonly In<N>[] } = {
  'memo.export': (_, handle) => [
    { handle, format: 'markdown', ids: null, filter: noFilter, sort: 'place', language: 'en' },
  ],
  'export.file': ({ layers }, handle) =>
    layers.flatMap((layer) =>
      (['segments-csv', 'episodes-csv', 'matrix-csv'] as const).map((format) => ({
        ...{ handle, format, flavour: 'tidy' as const, layer, version: 'originals', language: 'en' },
        matrix: { rows: 'code' as const, columns: 'village' as const, measure: 'passages' as const, layer },
      })),
    ),
}

/** Jobs that tell nothing of what is in the study beside what they are given or write. */
export const OTHER_JOBS: readonly Exclude<Jobs, Reading | Writing>[] = [
  ...(['study.create', 'study.open', 'study.openSample', 'study.close', 'study.saveCopy', 'settings.update'] as const),
  ...(['history.undo', 'history.redo', 'code.delete', 'code.merge', 'search.prepare'] as const),
  ...(['search.previewCoding', 'search.codeHits', 'merge.handOut', 'merge.preview', 'merge.apply'] as const),
  ...(['import.preview', 'import.documents', 'import.attributes', 'import.codings', 'import.episodes'] as const),
]

/** An answer, or the error in its place. */
export async function answer(host: TestHost, name: Name, input: unknown): Promise<unknown> {
  try {
    return await host.connection.call(name, input)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { error: error.code, params: error.params }
  }
}

/** What is read by processes of its own, which take long to start, and what asks for more of that. */
const APART = /^(search|frequency)\./

/** Asks everything; what is written to a file counts with its content. */
export async function askAll(host: TestHost, all: Known, apart: boolean): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>()
  const ask = async (name: string, inputs: readonly unknown[]) => {
    for (const input of inputs) answers.set(`${name} ${JSON.stringify(input)}`, await answer(host, name as Name, input))
  }
  for (const [name, inputs] of [...Object.entries(readingJobs), ...Object.entries(queries)])
    if (APART.test(name) === apart) await ask(name, inputs(all))
  if (apart) return answers
  const file = join(host.folder, 'written')
  for (const [name, inputs] of Object.entries(fileJobs))
    for (const input of inputs(all, host.handle(file))) {
      const { handle: _, ...asked } = input
      const told = await answer(host, name as Name, input)
      answers.set(`${name} ${JSON.stringify(asked)}`, [told, readFileSync(file, 'utf8')])
    }
  return answers
}
