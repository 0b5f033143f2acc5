import type { UnitaryAlignment } from './gamma-candidates.ts'

/** How many partial alignments may be looked at before a search is given up. */
const MAX_STEPS = 2_000_000

/**
 * The cheapest choice of candidates that holds each of the units 0 … units − 1 exactly once: its cost. Every unit must be
 * a candidate alone. Units that no candidate connects are solved apart; within a group, branch and bound on what each
 * unit costs at least. Null where that takes too long.
 */
export function cheapestCover(candidates: readonly UnitaryAlignment[], units: number): number | null {
  let total = 0
  for (const group of connectedGroups(candidates, units)) {
    const cost = coverGroup(group)
    if (cost === null) return null
    total += cost
  }
  return total
}

function coverGroup(candidates: readonly UnitaryAlignment[]): number | null {
  const byUnit = new Map<number, UnitaryAlignment[]>()
  for (const candidate of candidates.toSorted((a, b) => a.cost / a.units.length - b.cost / b.units.length)) {
    for (const unit of candidate.units) {
      const list = byUnit.get(unit)
      if (list === undefined) byUnit.set(unit, [candidate])
      else list.push(candidate)
    }
  }
  const least = new Map(
    [...byUnit].map(([unit, [cheapest]]) => [unit, (cheapest?.cost ?? 0) / (cheapest?.units.length ?? 1)]),
  )
  const isCovered = new Set<number>()
  let best = Infinity
  let steps = 0

  const search = (spent: number, atLeast: number): boolean => {
    if (++steps > MAX_STEPS) return false
    // The rest costs at least `atLeast`; a little is allowed for rounding.
    if (spent + atLeast >= best - 1e-12) return true
    const unit = fewestChoices(byUnit, isCovered)
    if (unit === null) {
      best = spent
      return true
    }
    for (const candidate of byUnit.get(unit) ?? []) {
      if (candidate.units.some((other) => isCovered.has(other))) continue
      let rest = atLeast
      for (const other of candidate.units) {
        isCovered.add(other)
        rest -= least.get(other) ?? 0
      }
      const isWithin = search(spent + candidate.cost, rest)
      for (const other of candidate.units) isCovered.delete(other)
      if (!isWithin) return false
    }
    return true
  }
  const floor = [...least.values()].reduce((sum, cost) => sum + cost, 0)
  return search(0, floor) ? best : null
}

/** The unit not yet covered that the fewest candidates are left for; null where all are covered. */
function fewestChoices(
  byUnit: ReadonlyMap<number, readonly UnitaryAlignment[]>,
  isCovered: ReadonlySet<number>,
): number | null {
  let chosen: number | null = null
  let fewest = Infinity
  for (const [unit, candidates] of byUnit) {
    if (isCovered.has(unit)) continue
    const open = candidates.filter((candidate) => !candidate.units.some((other) => isCovered.has(other))).length
    if (open < fewest) {
      fewest = open
      chosen = unit
    }
  }
  return chosen
}

function connectedGroups(candidates: readonly UnitaryAlignment[], units: number): UnitaryAlignment[][] {
  const parent = Array.from({ length: units }, (_, unit) => unit)
  const rootOf = (unit: number): number => {
    let root = unit
    while (parent[root] !== root) root = parent[root] ?? root
    parent[unit] = root
    return root
  }
  for (const candidate of candidates) {
    for (const unit of candidate.units) parent[rootOf(unit)] = rootOf(candidate.units[0] ?? unit)
  }
  const groups = new Map<number, UnitaryAlignment[]>()
  for (const candidate of candidates) {
    const root = rootOf(candidate.units[0] ?? 0)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [candidate])
    else group.push(candidate)
  }
  return [...groups.values()]
}
