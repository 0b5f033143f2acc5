import { seededRandom } from '../statistics/random.ts'

/** What may be drawn. */
export interface Candidate {
  readonly id: number
  /** Its stratum, such as a village; null is a stratum of its own. */
  readonly stratum: number | null
}

export interface DrawnStratum {
  readonly stratum: number | null
  readonly candidates: number
  /** Ids, ascending. */
  readonly drawn: readonly number[]
}

/**
 * How many `percent` of `total` are: rounded up, so that a promised share is reached.
 *
 * @param percent whole per cents, 1 to 100
 */
export function sizeOfShare(percent: number, total: number): number {
  return Math.ceil((percent * total) / 100)
}

/**
 * A simple random sample without replacement within each stratum, sizes in proportion to the strata (`allocate`). The
 * same seed draws the same from the same candidates, in whatever order they come.
 *
 * @param size how many in all; more than there are candidates draws them all
 * @param seed any 32-bit integer
 * @returns every stratum that has candidates, null last, else by number
 */
export function stratifiedDraw(candidates: Iterable<Candidate>, size: number, seed: number): DrawnStratum[] {
  const strata = new Map<number | null, number[]>()
  for (const { id, stratum } of candidates) {
    const ids = strata.get(stratum)
    if (ids === undefined) strata.set(stratum, [id])
    else ids.push(id)
  }
  const ordered = [...strata].sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
  const random = seededRandom(seed)
  const sizes = allocate(
    ordered.map(([, ids]) => ids.length),
    size,
    random,
  )
  return ordered.map(([stratum, ids], index) => ({
    stratum,
    candidates: ids.length,
    drawn: pick(ids.sort(ascending), sizes[index] ?? 0, random).sort(ascending),
  }))
}

/**
 * Shares `size` out among strata in proportion to what they hold, by largest remainders; strata with equal remainders
 * are put in a random order first, so that no name comes first always. Where there are at least as many to draw as
 * strata, none stays empty: what a small one needs for its one comes from those that are furthest above their share.
 *
 * @param counts how many each stratum holds, at least 1
 * @returns how many to draw from each: at most what it holds, in all `size` or everything
 */
export function allocate(counts: readonly number[], size: number, random: () => number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const wanted = Math.max(0, Math.min(size, total))
  // Whole numbers as long as possible: wanted · count / total, its whole part and what is left over `total`.
  const sizes = counts.map((count) => Math.floor((wanted * count) / Math.max(total, 1)))
  const remainders = counts.map((count) => (wanted * count) % Math.max(total, 1))
  const order = pick([...counts.keys()], counts.length, random)
  const left = wanted - sizes.reduce((sum, count) => sum + count, 0)
  for (const index of order.toSorted((a, b) => remainders[b]! - remainders[a]!).slice(0, left)) sizes[index]!++
  if (wanted < counts.length) return sizes
  for (const empty of order.filter((index) => sizes[index] === 0)) {
    const surplus = (index: number): number => sizes[index]! * total - wanted * counts[index]!
    const donor = order.filter((index) => sizes[index]! > 1).reduce((a, b) => (surplus(b) > surplus(a) ? b : a))
    sizes[donor]!--
    sizes[empty]!++
  }
  return sizes
}

/** The first `count` of a random order of `items` (Fisher and Yates). */
function pick<T>(items: readonly T[], count: number, random: () => number): T[] {
  const rest = [...items]
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (rest.length - at))
    const item = rest[other]!
    rest[other] = rest[at]!
    rest[at] = item
  }
  return rest.slice(0, count)
}

function ascending(a: number, b: number): number {
  return a - b
}
