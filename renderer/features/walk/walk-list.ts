/** Walking through passages: what is in the list, what is still to be judged, and where to go next. */

export interface WalkItem {
  /** Stable while the walk lasts: a coding's id, or what else tells it from the others. */
  readonly key: number | string
  readonly documentId: number
  /** UTF-16 code units, half-open. */
  readonly start: number
  readonly end: number
}

/**
 * The list after the host has told anew what is to be judged. What was in the list stays where it was; what comes in
 * (an undone coding, a colleague's) stands behind the item it follows in `open`.
 */
export function withNews<Item extends WalkItem>(list: readonly Item[], open: readonly Item[]): readonly Item[] {
  const known = new Set(list.map(({ key }) => key))
  if (open.every(({ key }) => known.has(key))) return list
  const next = [...list]
  let behind = -1
  for (const item of open) {
    const at = next.findIndex(({ key }) => key === item.key)
    if (at >= 0) behind = at
    else next.splice(++behind, 0, item)
  }
  return next
}

/** The next item to be judged behind `from`, else the first before it; null where nothing is left but `from` itself. */
export function nextOpen(
  list: readonly WalkItem[],
  isOpen: (key: number | string) => boolean,
  from: number,
): number | null {
  for (let step = 1; step < list.length; step++) {
    const index = (from + step) % list.length
    const item = list[index]
    if (item !== undefined && isOpen(item.key)) return index
  }
  return null
}
