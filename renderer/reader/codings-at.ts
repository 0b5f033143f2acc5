import type { Span } from '../../shared/text/span.ts'

/**
 * The passages that lie over an offset, shortest first (then the later begun, then by id). At a border between passages
 * those behind the offset count; where nothing lies behind it, those that end there.
 */
export function codingsAt<T extends Span & { readonly id: number }>(codings: readonly T[], offset: number): T[] {
  const behind = codings.filter(({ start, end }) => start <= offset && offset < end)
  const found = behind.length > 0 ? behind : codings.filter(({ end }) => end === offset)
  return found.toSorted((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start || a.id - b.id)
}
