import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import { frameworkSchema } from '../../../shared/framework/framework-schema.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { episodeAt } from '../../../renderer/features/episodes/episode-at.ts'
import { standingOf } from '../../../renderer/features/episodes/episode-words.ts'

const file = JSON.parse(
  readFileSync(new URL('../../../resources/frameworks/mobilization-participation.json', import.meta.url), 'utf8'),
) as { framework: unknown }
const framework = frameworkSchema.parse(file.framework)

function episode(change: Partial<EpisodeRow>): EpisodeRow {
  return {
    id: 1,
    documentId: 1,
    start: utf16(0),
    end: utf16(10),
    coderId: 1,
    affairId: null,
    affair: null,
    eventTime: null,
    dimensions: [],
    cell: null,
    status: 'incomplete',
    reasons: [],
    excluded: [],
    ...change,
  }
}

const shows = (id: string, ...categories: string[]): EpisodeRow['dimensions'][number] => ({
  id,
  categoryId: categories.length === 1 ? categories[0]! : null,
  present: categories.map((categoryId) => ({ categoryId, codings: [] })),
  primary: null,
})

test('an episode says its cell, or how it fails, in the framework’s words of both languages', () => {
  const said = (row: EpisodeRow) => ['en', 'zh-CN'].map((language) => standingOf(row, framework, language))
  const nothing = episode({ dimensions: [shows('mobilization'), shows('participation')] })
  expect(said(nothing)).toEqual([
    { key: 'incomplete', what: ['Mobilization', 'Participation'] },
    { key: 'incomplete', what: ['动员', '参与'] },
  ])
  const half = episode({ dimensions: [shows('mobilization', 'responsive'), shows('participation')] })
  expect(said(half)[1]).toEqual({ key: 'incomplete', what: ['参与'] })
  const both = episode({
    status: 'mixed',
    dimensions: [shows('mobilization', 'administrative', 'responsive'), shows('participation', 'governance')],
  })
  // In the framework's order, whatever that of the answer.
  expect(said(both)[0]).toEqual({ key: 'mixed', what: ['Responsive', 'Administrative'] })
  const outside = episode({
    status: 'not_asked',
    dimensions: [shows('mobilization', 'not-asked'), shows('participation')],
  })
  expect(said(outside)[0]).toMatchObject({ key: 'not_asked', what: [expect.any(String)] })
  const conflict = episode({
    status: 'determinate',
    cell: 'T2',
    dimensions: [shows('mobilization', 'administrative'), shows('participation', 'rights-defence')],
  })
  expect(said(conflict)).toEqual([
    { key: 'cell', cell: 'Conflict' },
    { key: 'cell', cell: '冲突' },
  ])
  expect(standingOf(episode({ status: 'no_framework' }), null, 'en')).toEqual({ key: 'no_framework' })
})

test('the episode at the caret is one’s own before another’s, and the one that begins before the one that ends', () => {
  const rows = [
    episode({ id: 1, start: utf16(0), end: utf16(10), coderId: 2 }),
    episode({ id: 2, start: utf16(0), end: utf16(10), coderId: 1 }),
    episode({ id: 3, start: utf16(10), end: utf16(20), coderId: 2 }),
  ]
  const at = (offset: number | null) => episodeAt(rows, offset, 1)?.id ?? null
  expect([at(5), at(10), at(20), at(21), at(null)]).toEqual([2, 3, 3, null, null])
})
