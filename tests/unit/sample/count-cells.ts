import type { Row } from './sample-files.ts'

/** What default analyses count: affirmed, not hearsay, about the speaker's own village. */
export function counts(segment: Row): boolean {
  return segment['polarity'] === 'affirmed' && segment['source'] !== 'hearsay' && segment['referent_village'] === ''
}

export function overlaps(a: Row, b: Row): boolean {
  return a['doc_id'] === b['doc_id'] && startOf(a) < endOf(b) && startOf(b) < endOf(a)
}

export function contains(outer: Row, inner: Row): boolean {
  return outer['doc_id'] === inner['doc_id'] && startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer)
}

export const startOf = (row: Row): number => Number(row['start_cp'])
export const endOf = (row: Row): number => Number(row['end_cp'])
export const codeOf = (row: Row): string => row['code_id'] ?? ''

/** The cell of an episode (`AD`), or why it has none. Written apart from the app's engine, to check one by the other. */
export function cellOf(episode: Row, segments: readonly Row[]): string {
  const codes = segments.filter((segment) => counts(segment) && overlaps(segment, episode)).map(codeOf)
  const modes = new Set(codes.filter((code) => /^M\.[RA0]/u.test(code)).map((code) => code.charAt(2)))
  const outcomes = new Set(codes.filter((code) => /^P\.[GDN]/u.test(code)).map((code) => code.charAt(2)))
  if (modes.has('0') && modes.size === 1) return 'not asked'
  if (modes.size > 1 || outcomes.size > 1) return 'mixed'
  if (modes.size === 0 || outcomes.size === 0) return 'incomplete'
  return [...modes, ...outcomes].join('')
}

/** Reasons of non-participation given in an episode: `NC`, `NW` …; each once. */
export function reasonsOf(episode: Row, segments: readonly Row[]): string[] {
  const codes = segments.filter((segment) => counts(segment) && overlaps(segment, episode)).map(codeOf)
  return [...new Set(codes.filter((code) => /^P\.N./u.test(code)).map((code) => code.slice(2)))]
}

export function tally(items: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const item of items) counted[item] = (counted[item] ?? 0) + 1
  return counted
}
