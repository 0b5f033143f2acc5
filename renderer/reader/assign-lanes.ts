import { firstIndex } from '../../shared/text/offsets.ts'

/** Something that takes a stretch of a lane: half-open, in any one unit. */
export interface LaneItem {
  readonly id: number
  readonly start: number
  readonly end: number
}

/**
 * Gives every item the lowest lane (0, 1, …) in which nothing else comes nearer than `clearance`. An item keeps the lane
 * it had in `previous` wherever it can, so that nothing jumps when a coding is added or scrolled into sight; the others
 * go by start, longer first. O(n log n) for a handful of lanes.
 */
export function assignLanes(
  items: readonly LaneItem[],
  previous: ReadonlyMap<number, number>,
  clearance = 0,
): Map<number, number> {
  const assigned = new Map<number, number>()
  const lanes: LaneItem[][] = []
  const settle = (item: LaneItem, lane: number): boolean => {
    while (lanes.length <= lane) lanes.push([])
    const row = lanes[lane] ?? []
    const at = firstIndex(row.length, (index) => row[index]!.start >= item.start)
    const before = row[at - 1]
    const after = row[at]
    if (before !== undefined && before.end + clearance > item.start) return false
    if (after !== undefined && item.end + clearance > after.start) return false
    row.splice(at, 0, item)
    assigned.set(item.id, lane)
    return true
  }

  const ordered = items.toSorted((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
  const moving = ordered.filter((item) => {
    const lane = previous.get(item.id)
    return lane === undefined || !settle(item, lane)
  })
  for (const item of moving) {
    let lane = 0
    while (!settle(item, lane)) lane++
  }
  return assigned
}
