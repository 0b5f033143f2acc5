/** Episodes of one respondent per cell, in the order of the framework's cells. */
export type CellCounts = readonly number[]

/** Σ over the cells. */
export function total(counts: CellCounts): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** P: per cell its share of all episodes; null where there are none. */
export function pooledShares(respondents: readonly CellCounts[]): number[] | null {
  const all = respondents.reduce((sum, counts) => sum + total(counts), 0)
  if (all === 0) return null
  return cellSums(respondents).map((count) => count / all)
}

/** Q: per cell the mean of the respondents' own shares; those without episodes do not enter. Null where all are such. */
export function equalShares(respondents: readonly CellCounts[]): number[] | null {
  return meanOf(sharesOf(respondents))
}

/** Per cell the mean over several share vectors; null for none. */
export function meanOf(vectors: readonly (readonly number[])[]): number[] | null {
  const [first] = vectors
  if (first === undefined) return null
  return first.map((_, cell) => vectors.reduce((sum, vector) => sum + (vector[cell] ?? 0), 0) / vectors.length)
}

/** A respondent's own share per cell; null without episodes. */
export function ownShares(counts: CellCounts): number[] | null {
  const n = total(counts)
  return n === 0 ? null : counts.map((count) => count / n)
}

/** The own shares of all respondents who have any. */
export function sharesOf(respondents: readonly CellCounts[]): number[][] {
  return respondents.map(ownShares).filter((shares) => shares !== null)
}

export function cellSums(respondents: readonly CellCounts[]): number[] {
  const [first] = respondents
  return first === undefined
    ? []
    : first.map((_, cell) => respondents.reduce((sum, counts) => sum + (counts[cell] ?? 0), 0))
}

/** Differences below this are rounding, not findings. */
export const tolerance = 1e-9

/** The index of the one largest share, or null where two tie for it, nothing is above 0, or there are no shares. */
export function leader(shares: readonly number[] | null): number | null {
  if (shares === null) return null
  const best = Math.max(...shares)
  const leaders = shares.flatMap((share, index) => (best - share < tolerance ? [index] : []))
  return leaders.length === 1 && best > 0 ? (leaders[0] ?? null) : null
}
