import { bestPairs } from './best-pairs.ts'
import { matchSpans, type Passage } from './span-matching.ts'
import type { Bounds, ValuedSpan } from './types.ts'

/** Where two coders of one text agree and where they do not: every passage and episode in exactly one pair or difference. */

/** A coding under its code. */
export interface ComparedCoding extends ValuedSpan<number> {
  readonly id: number
  /** What the coding says beside its code: the same text for the same. */
  readonly attributes: string
}

export interface ComparedEpisode extends Bounds {
  readonly id: number
  /** What the episode is about and what it chiefly is: the same text for the same. */
  readonly attributes: string
}

export type ComparedPassage = Passage<ComparedCoding>

export interface Pair<T> {
  readonly first: T
  readonly second: T
}

/** One of the two, or both, differently. */
export type Difference<T> =
  Pair<T> | { readonly first: T; readonly second: null } | { readonly first: null; readonly second: T }

export type CodingDifference = Difference<ComparedPassage> & {
  readonly kind: 'missing' | 'boundary' | 'code' | 'attribute'
}

export interface Comparison<T, D> {
  readonly agreed: readonly Pair<T>[]
  readonly differences: readonly D[]
}

/**
 * Compares two coders' codings of one text. Each one's overlapping and touching codings of a code are one passage. The same
 * code on overlapping text is a pair, as many as there can be: with equal bounds it is agreed (or differs in attributes),
 * else in its boundary. Of the rest, codes that overlap are paired as different codes: those of one branch first, then
 * those that overlap most. What then is left, the other coder has nothing like.
 *
 * @param branchOf what codes of one branch have in common, e.g. the id of the code above them all
 */
export function compareCodings(
  first: readonly ComparedCoding[],
  second: readonly ComparedCoding[],
  branchOf: (codeId: number) => number,
): Comparison<ComparedPassage, CodingDifference> {
  const agreed: Pair<ComparedPassage>[] = []
  const differences: CodingDifference[] = []
  const matching = matchSpans(first, second, 0)
  for (const { first: one, second: other } of matching.pairs) {
    const pair = { first: one, second: other }
    if (one.start !== other.start || one.end !== other.end) differences.push({ kind: 'boundary', ...pair })
    else if (!saySame(one, other)) differences.push({ kind: 'attribute', ...pair })
    else agreed.push(pair)
  }
  const rest = bestPairs(
    matching.onlyFirst.toSorted(inReadingOrder),
    matching.onlySecond.toSorted(inReadingOrder),
    (one, other) => (branchOf(one.value) === branchOf(other.value) ? 3 : 1),
  )
  for (const [one, other] of rest.pairs) differences.push({ kind: 'code', first: one, second: other })
  for (const one of rest.onlyFirst) differences.push({ kind: 'missing', first: one, second: null })
  for (const other of rest.onlySecond) differences.push({ kind: 'missing', first: null, second: other })
  return { agreed, differences }
}

/** Compares two coders' episodes of one text: those that overlap most are pairs, agreed where nothing differs. */
export function compareEpisodes(
  first: readonly ComparedEpisode[],
  second: readonly ComparedEpisode[],
): Comparison<ComparedEpisode, Difference<ComparedEpisode>> {
  const agreed: Pair<ComparedEpisode>[] = []
  const differences: Difference<ComparedEpisode>[] = []
  // One drawn alike is its counterpart's before any other.
  const alike = (one: ComparedEpisode, other: ComparedEpisode) =>
    one.start === other.start && one.end === other.end ? (one.attributes === other.attributes ? 9 : 5) : 1
  const { pairs, onlyFirst, onlySecond } = bestPairs(withWords(first), withWords(second), alike)
  for (const [one, other] of pairs) {
    const isAgreed = one.start === other.start && one.end === other.end && one.attributes === other.attributes
    ;(isAgreed ? agreed : differences).push({ first: one, second: other })
  }
  for (const one of onlyFirst) differences.push({ first: one, second: null })
  for (const other of onlySecond) differences.push({ first: null, second: other })
  return { agreed, differences }
}

/**
 * What a passage says and where: codings that say the same and overlap or touch are one statement. Of most passages it is
 * one, all of it.
 */
export function statementsOf({ parts, start, end }: ComparedPassage): (Bounds & { attributes: string })[] {
  const said = new Set(parts.map(({ attributes }) => attributes))
  const [only = ''] = said
  if (said.size === 1) return [{ start, end, attributes: only }]
  const statements: { start: number; end: number; attributes: string }[] = []
  const last = new Map<string, (typeof statements)[number]>()
  for (const part of parts) {
    const before = last.get(part.attributes)
    if (before !== undefined && part.start <= before.end) {
      before.end = Math.max(before.end, part.end)
      continue
    }
    const statement = { start: part.start, end: part.end, attributes: part.attributes }
    last.set(part.attributes, statement)
    statements.push(statement)
  }
  return statements.sort((a, b) => a.start - b.start || a.end - b.end || (a.attributes < b.attributes ? -1 : 1))
}

/** Whether two passages with the same bounds say the same of the same text. */
function saySame(one: ComparedPassage, other: ComparedPassage): boolean {
  const [a, b] = [statementsOf(one), statementsOf(other)]
  return (
    a.length === b.length &&
    a.every(
      ({ start, end, attributes }, at) =>
        b[at]!.start === start && b[at]!.end === end && b[at]!.attributes === attributes,
    )
  )
}

function inReadingOrder(a: ComparedPassage, b: ComparedPassage): number {
  return a.start - b.start || b.end - a.end || a.value - b.value
}

/** What a correction left without words lies nowhere. */
function withWords(episodes: readonly ComparedEpisode[]): ComparedEpisode[] {
  return episodes
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
}
