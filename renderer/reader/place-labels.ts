/** Names of stripes stand one beneath the other beside the lanes, each as near to the beginning of its stripe as can be. */

export interface LabelWish {
  readonly id: number
  /** Pixels. */
  readonly top: number
  /** Pixels below which the label would no longer stand beside its stripe. */
  readonly bottom: number
}

/**
 * Tops in pixels for labels of one height that do not overlap, in order of `top`. A label that finds no room before
 * `bottom` (or within `drift` pixels of its top, where its stripe is shorter than that) is left out: null.
 */
export function placeLabels(wishes: readonly LabelWish[], height: number, drift: number): Map<number, number | null> {
  const placed = new Map<number, number | null>()
  let free = -Infinity
  for (const { id, top, bottom } of wishes.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom || a.id - b.id)) {
    const at = Math.max(top, free)
    if (at + height > Math.max(bottom, top + drift)) {
      placed.set(id, null)
      continue
    }
    placed.set(id, at)
    free = at + height
  }
  return placed
}

/** How many labels were left out below each that was placed, by the id of the latter: `placed` as `placeLabels` gave it. */
export function unnamedBelow(placed: ReadonlyMap<number, number | null>): Map<number, number> {
  const left = new Map<number, number>()
  let last: number | null = null
  for (const [id, top] of placed) {
    if (top !== null) last = id
    else if (last !== null) left.set(last, (left.get(last) ?? 0) + 1)
  }
  return left
}
