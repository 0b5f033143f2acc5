import type { Verdict } from '../../../shared/contract/disagreement.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import type { ComparedRow, ComparedSide } from './compared-document.ts'
import { codingsOfPassage, statedColumns, type Content, type NewCoding, type NewEpisode } from './consensus-content.ts'
import { episodeStatedIn, PLAIN } from './pair-reader.ts'

/** The verdicts that can be given on a disagreement. */
export function verdictsOn({ kind, a, b }: Pick<ComparedRow, 'kind' | 'a' | 'b'>): Verdict[] {
  if (a === null && b === null) return []
  return canBeBoth(kind, a, b) ? ['a', 'b', 'both', 'span', 'open'] : ['a', 'b', 'span', 'open']
}

function canBeBoth(kind: ComparedRow['kind'], a: ComparedSide | null, b: ComparedSide | null): boolean {
  switch (kind) {
    case 'boundary':
    case 'code':
      return true
    case 'episode':
      return a !== null && b !== null && (a.episode?.start !== b.episode?.start || a.episode?.end !== b.episode?.end)
    default:
      return false
  }
}

export interface Ruling {
  readonly verdict: Verdict
  /** Of `span`: its place, trimmed (an episode's by whole turns). */
  readonly passage: Span | null
  readonly codeIds: readonly number[]
  readonly attributesOf: 'a' | 'b' | undefined
}

const NOTHING: Content = { codings: [], episodes: [] }

/** What a verdict puts into the consensus; null where it cannot be given, or not without saying whose attributes it takes. */
export function contentOf(
  row: Pick<ComparedRow, 'kind' | 'a' | 'b' | 'start' | 'end'>,
  ruling: Ruling,
  certainties: ReadonlyMap<number, number>,
): Content | null {
  if (!verdictsOn(row).includes(ruling.verdict)) return null
  const { a, b } = row
  switch (ruling.verdict) {
    case 'a':
      return sideContent(a, certainties)
    case 'b':
      return sideContent(b, certainties)
    case 'open':
      return NOTHING
    case 'both':
      if (row.kind === 'code') {
        const [one, other] = [sideContent(a, certainties), sideContent(b, certainties)]
        return { codings: [...one.codings, ...other.codings], episodes: [] }
      }
      return joined(row, ruling)
    case 'span':
      return row.kind === 'episode' ? newEpisode(row, ruling) : newCodings(row, ruling)
  }
}

function sideContent(side: ComparedSide | null, certainties: ReadonlyMap<number, number>): Content {
  if (side === null) return NOTHING
  if (side.passage !== null) return { codings: codingsOfPassage(side.passage, certainties), episodes: [] }
  const { start, end, attributes } = side.episode
  return { codings: [], episodes: [{ ...span(start, end), ...episodeStatedIn(attributes) }] }
}

type Sides = Pick<ComparedRow, 'a' | 'b' | 'start' | 'end'>

/** One passage or episode over all that either of them marked, with what both say of it, or the one that was named. */
function joined(row: Sides, { attributesOf }: Ruling): Content | null {
  const [one, other] = [attributesOn(row.a), attributesOn(row.b)]
  const attributes = attributesOf === undefined ? (one === other ? one : null) : attributesOf === 'a' ? one : other
  if (attributes === null) return null
  const whole = span(row.start, row.end)
  const codeId = row.a?.passage?.value
  if (codeId === undefined) return { codings: [], episodes: [{ ...whole, ...episodeStatedIn(attributes) }] }
  return { codings: [{ ...whole, codeId, stated: statedColumns(attributes), certainty: null }], episodes: [] }
}

/** null: nothing there, or different things in different places. */
function attributesOn(side: ComparedSide | null): string | null {
  if (side === null) return null
  if (side.passage === null) return side.episode.attributes
  const [only = null, ...others] = new Set(side.passage.parts.map(({ attributes }) => attributes))
  return others.length === 0 ? only : null
}

function newCodings(row: Sides, { passage, codeIds, attributesOf }: Ruling): Content | null {
  if (passage === null || codeIds.length === 0) return null
  const sides = attributesOf === undefined ? [row.a, row.b] : [row[attributesOf]]
  return {
    codings: [...new Set(codeIds)].map((codeId): NewCoding => {
      const side = sides.find((one) => attributesOf !== undefined || one?.passage?.value === codeId) ?? null
      return { ...passage, codeId, stated: statedColumns(attributesOn(side) ?? PLAIN), certainty: null }
    }),
    episodes: [],
  }
}

function newEpisode(row: Sides, { passage, codeIds, attributesOf }: Ruling): Content | null {
  if (passage === null || codeIds.length > 0) return null
  const side = attributesOf === undefined ? (row.a ?? row.b) : row[attributesOf]
  const attributes = attributesOn(side)
  const episode: NewEpisode =
    attributes === null
      ? { ...passage, affairId: null, eventTime: null, primaries: [] }
      : { ...passage, ...episodeStatedIn(attributes) }
  return { codings: [], episodes: [episode] }
}
