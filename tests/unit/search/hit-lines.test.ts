import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hitLines, type HitLine } from '../../../renderer/features/search/hit-lines.ts'
import { toggledTicks } from '../../../renderer/features/search/ticks.ts'

const document = (documentId: number, villageId: number | null, hits: number) => ({
  documentId,
  name: `D${documentId}`,
  villageId,
  village: villageId === null ? null : `V${villageId}`,
  hits,
})

const DOCUMENTS = [document(1, 7, 2), document(2, 7, 1), document(3, null, 3)]

function allLines(documents: Parameters<typeof hitLines>[0]): HitLine[] {
  const lines = hitLines(documents)
  return Array.from({ length: lines.count }, (_, index) => lines.lineAt(index))
}

test('hits stand under their transcript, transcripts under their village', () => {
  expect(
    allLines(DOCUMENTS).map((line) =>
      line.kind === 'hit' ? line.number : `${line.kind} ${line.hits} from ${line.first}`,
    ),
  ).toEqual([
    'village 3 from 0',
    'document 2 from 0',
    0,
    1,
    'document 1 from 2',
    2,
    'village 3 from 3',
    'document 3 from 3',
    3,
    4,
    5,
  ])
})

test('the line of a hit is the line on which it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ village: fc.nat(3), hits: fc.integer({ min: 1, max: 4 }) })), (drawn) => {
      const documents = drawn.map(({ village, hits }, index) => document(index + 1, village, hits))
      const lines = hitLines(documents)
      const total = documents.reduce((sum, { hits }) => sum + hits, 0)
      for (let hit = 0; hit < total; hit++)
        expect(lines.lineAt(lines.lineOf(hit))).toEqual({ kind: 'hit', number: hit })
    }),
  )
})

test('a head ticks all that stands under it, and a second time none of it', () => {
  const head: HitLine = { kind: 'village', village: 'V7', hits: 3, first: 0 }
  const one = toggledTicks(new Set(), { kind: 'hit', number: 1 })
  const all = toggledTicks(one, head)
  expect([...all].sort()).toEqual([0, 1, 2])
  expect(toggledTicks(all, head).size).toBe(0)
  expect([...toggledTicks(all, { kind: 'hit', number: 2 })].sort()).toEqual([0, 1])
})
