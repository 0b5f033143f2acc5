import type { HitLine } from './hit-lines.ts'

/** The ticked hits after a line was ticked: a hit is turned over; the head of a group takes all of it, or none. */
export function toggledTicks(ticked: ReadonlySet<number>, line: HitLine): ReadonlySet<number> {
  const numbers =
    line.kind === 'hit' ? [line.number] : Array.from({ length: line.hits }, (_, index) => line.first + index)
  const next = new Set(ticked)
  const isWhole = numbers.every((number) => ticked.has(number))
  for (const number of numbers) {
    if (isWhole) next.delete(number)
    else next.add(number)
  }
  return next
}
