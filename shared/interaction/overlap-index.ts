import { firstIndex } from '../text/offsets.ts'
import type { Span } from '../text/span.ts'
import { overlaps } from '../text/span.ts'

/**
 * Finds the items that share at least one character with a span, in their order, without walking all of them. `items`
 * must be sorted by start.
 */
export function overlapIndex<Item extends Span<number>>(items: readonly Item[]): (span: Span<number>) => Item[] {
  const furthest: number[] = []
  let end = -Infinity
  for (const item of items) {
    end = Math.max(end, item.end)
    furthest.push(end)
  }
  return (span) => {
    const found: Item[] = []
    for (let index = firstIndex(items.length, (i) => furthest[i]! > span.start); index < items.length; index++) {
      const item = items[index]!
      if (item.start >= span.end) break
      if (overlaps(item, span)) found.push(item)
    }
    return found
  }
}
