import { isInsideSurrogatePair } from './offsets.ts'
import type { Splice } from './splices.ts'

/**
 * How two texts differ, as the one stretch from their first difference to their last: in no time at any length, for
 * finding one's place again. For what people read, `diffText` says it word by word.
 */
export function spliceBetween(before: string, after: string): Splice[] {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  if (isInsideSurrogatePair(before, head) || isInsideSurrogatePair(after, head)) head--
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  if (isInsideSurrogatePair(before, before.length - tail) || isInsideSurrogatePair(after, after.length - tail)) tail--
  return [
    { at: head, removed: before.slice(head, before.length - tail), inserted: after.slice(head, after.length - tail) },
  ]
}
