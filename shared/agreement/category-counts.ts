import type { CategoryCounts, Ratings, TwoWayTable, Value } from './types.ts'

/**
 * Counts per unit and category. Rows stay in the order of the ratings, one each. Throws RangeError for a rating outside
 * the declared categories.
 */
export function countsOf<V extends Value>(ratings: Ratings<V>): CategoryCounts<V> {
  const values = valuesOf(ratings)
  const positions = positionsOf(values)
  const rows = ratings.rows.map((row) => {
    const counts = new Array<number>(values.length).fill(0)
    for (const value of row) if (value !== null) counts[positionIn(positions, value)]!++
    return counts
  })
  return { values, rows, times: timesOf(ratings) }
}

/** Counts of a table of two coders: one row per cell. Category k is named k. */
export function countsOfTable(table: TwoWayTable): CategoryCounts<number> {
  const rows: number[][] = []
  const times: number[] = []
  table.forEach((cells, first) => {
    cells.forEach((cell, second) => {
      const counts = new Array<number>(table.length).fill(0)
      counts[first]!++
      counts[second]!++
      rows.push(counts)
      times.push(cell)
    })
  })
  return { values: table.map((_, index) => index), rows, times }
}

/** The two-way table of two coders (columns of the ratings), over the units that both rated. */
export function tableOf<V extends Value>(ratings: Ratings<V>, first: number, second: number): number[][] {
  const values = valuesOf(ratings)
  const positions = positionsOf(values)
  const times = timesOf(ratings)
  const table = values.map(() => new Array<number>(values.length).fill(0))
  ratings.rows.forEach((row, unit) => {
    const one = row[first] ?? null
    const other = row[second] ?? null
    if (one === null || other === null) return
    table[positionIn(positions, one)]![positionIn(positions, other)]! += times[unit]!
  })
  return table
}

/** The declared categories, else the observed ones: numbers by size, names by their characters. */
export function valuesOf<V extends Value>(ratings: Ratings<V>): readonly V[] {
  if (ratings.values !== undefined) return ratings.values
  const observed = new Set<V>()
  for (const row of ratings.rows) for (const value of row) if (value !== null) observed.add(value)
  return [...observed].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  )
}

/** How many units each row of the ratings stands for. */
export function timesOf(ratings: Ratings): readonly number[] {
  return ratings.times ?? new Array<number>(ratings.rows.length).fill(1)
}

export function coderCount(ratings: Ratings): number {
  return ratings.rows.reduce((most, row) => Math.max(most, row.length), 0)
}

export function positionsOf<V extends Value>(values: readonly V[]): ReadonlyMap<V, number> {
  return new Map(values.map((value, index) => [value, index]))
}

/** Column of a category. Throws RangeError where it is not declared. */
export function positionIn<V extends Value>(positions: ReadonlyMap<V, number>, value: V): number {
  const position = positions.get(value)
  if (position === undefined) throw new RangeError(`category not declared: ${value}`)
  return position
}
