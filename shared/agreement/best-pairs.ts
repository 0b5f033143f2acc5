import { assignColumns } from './assignment.ts'
import { intersectionOverUnion } from './span-matching.ts'
import type { Bounds } from './types.ts'

interface Edge {
  readonly one: number
  readonly other: number
  readonly weight: number
}

/**
 * Pairs stretches of two lists that overlap, one to one, so that the weights of all pairs together are as large as they can
 * be; `weigh` gives what a pair is worth beside its overlap (shared over joint length, at most 1). Lists may overlap
 * themselves; their order decides between equals. Returns the pairs and what is left of either, in that order.
 *
 * Exact in each knot of overlapping stretches of up to 300 a side; a larger knot is paired best first.
 */
export function bestPairs<S extends Bounds>(
  first: readonly S[],
  second: readonly S[],
  weigh: (one: S, other: S) => number,
): { pairs: [S, S][]; onlyFirst: S[]; onlySecond: S[] } {
  const partner = new Int32Array(first.length).fill(-1)
  for (const knot of knotsOf(edgesOf(first, second, weigh), first.length))
    for (const { one, other } of knot.length === 1 ? knot : heaviest(knot)) partner[one] = other
  const taken = new Set(partner)
  const pairs: [S, S][] = []
  const onlyFirst: S[] = []
  first.forEach((stretch, one) => {
    const other = second[partner[one]!]
    if (other === undefined) onlyFirst.push(stretch)
    else pairs.push([stretch, other])
  })
  return { pairs, onlyFirst, onlySecond: second.filter((_, other) => !taken.has(other)) }
}

/** Every pair that overlaps, found from left to right. */
function edgesOf<S extends Bounds>(
  first: readonly S[],
  second: readonly S[],
  weigh: (one: S, other: S) => number,
): Edge[] {
  const edges: Edge[] = []
  const starts = [
    ...first.map(({ start }, at) => ({ start, at, isFirst: true })),
    ...second.map(({ start }, at) => ({ start, at, isFirst: false })),
  ].sort((a, b) => a.start - b.start)
  const open = { first: [] as number[], second: [] as number[] }
  for (const { start, at, isFirst } of starts) {
    // What has ended meets nothing later; one's own list is looked through when the other needs it.
    const met = (isFirst ? open.second : open.first).filter((one) => (isFirst ? second : first)[one]!.end > start)
    open[isFirst ? 'second' : 'first'] = met
    for (const partner of met) {
      const [one, other] = isFirst ? [at, partner] : [partner, at]
      const left = first[one]!
      const right = second[other]!
      edges.push({ one, other, weight: weigh(left, right) + intersectionOverUnion(left, right) })
    }
    open[isFirst ? 'first' : 'second'].push(at)
  }
  return edges
}

/** Edges that hang together. */
function knotsOf(edges: readonly Edge[], firstCount: number): Edge[][] {
  const above = new Map<number, number>()
  const rootOf = (node: number): number => {
    let root = node
    for (let up = above.get(root); up !== undefined; up = above.get(root)) root = up
    if (root !== node) above.set(node, root)
    return root
  }
  for (const { one, other } of edges) {
    const left = rootOf(one)
    const right = rootOf(firstCount + other)
    if (left !== right) above.set(right, left)
  }
  return [...Map.groupBy(edges, ({ one }) => rootOf(one)).values()]
}

const MOST = 300

function heaviest(knot: readonly Edge[]): Edge[] {
  const ones = numbered(knot.map(({ one }) => one))
  const others = numbered(knot.map(({ other }) => other))
  if (Math.min(ones.size, others.size) > MOST) return bestFirst(knot)
  const isTall = ones.size > others.size
  const [rows, columns] = isTall ? [others.size, ones.size] : [ones.size, others.size]
  // What does not overlap costs nothing, and is no pair.
  const costs = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  const edgeAt = new Map<number, Edge>()
  for (const edge of knot) {
    const one = ones.get(edge.one) ?? 0
    const other = others.get(edge.other) ?? 0
    const [row, column] = isTall ? [other, one] : [one, other]
    costs[row]![column] = -edge.weight
    edgeAt.set(row * columns + column, edge)
  }
  const chosen: Edge[] = []
  assignColumns(costs).forEach((row, column) => {
    const edge = row === -1 ? undefined : edgeAt.get(row * columns + column)
    if (edge !== undefined) chosen.push(edge)
  })
  return chosen
}

/** Each once, in order: node → its place. */
function numbered(nodes: readonly number[]): Map<number, number> {
  return new Map([...new Set(nodes)].sort((a, b) => a - b).map((node, at) => [node, at]))
}

function bestFirst(knot: readonly Edge[]): Edge[] {
  const ones = new Set<number>()
  const others = new Set<number>()
  return knot
    .toSorted((a, b) => b.weight - a.weight || a.one - b.one || a.other - b.other)
    .filter(({ one, other }) => {
      const isFree = !ones.has(one) && !others.has(other)
      if (isFree) {
        ones.add(one)
        others.add(other)
      }
      return isFree
    })
}
