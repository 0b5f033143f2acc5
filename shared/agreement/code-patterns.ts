import { firstIndex } from '../text/offsets.ts'
import { assertUnits, forEachPiece, passagesByCode, touchedUnits } from './units.ts'
import type { Bounds, CodedDocument, Value } from './types.ts'

/** Sets of coders travel as the bits of a number. */
export const MAXIMUM_CODERS = 30

export interface PatternOptions {
  /** What is counted: units at which a code is applied, or characters under it. */
  readonly level: 'unit' | 'character'
  /** Share of a unit that must be covered (see touchedUnits); no meaning for characters. */
  readonly minimumShare: number
  /** What intervals will resample (see resampledUnit). */
  readonly cluster: 'document' | 'unit'
}

/**
 * Which sets of coders applied each code to how many units or characters, per cluster: all that tables and intervals
 * per code are made of. Only what somebody applied is listed; the rest of a cluster's size is units nobody applied the
 * code to.
 */
export interface CodePatterns<V extends Value = Value> {
  readonly coders: number
  readonly codes: readonly V[]
  readonly clusters: {
    /** Place of the cluster's document. */
    readonly document: Int32Array
    /** Set of the coders who worked on it. */
    readonly rated: Int32Array
    /** Units or characters in it. */
    readonly size: Float64Array
  }
  /** In the order of the codes, each by cluster. */
  readonly entries: readonly CodeEntries[]
}

export interface CodeEntries {
  readonly cluster: Int32Array
  /** Set of the coders who applied the code; never empty. */
  readonly applied: Int32Array
  /** Units or characters to which exactly these applied it. */
  readonly times: Float64Array
  /** Units that any coder's passages touch, by place of the document: the same figure at both levels. */
  readonly unitsOfDocument: ReadonlyMap<number, number>
}

/**
 * Counts documents into patterns: for every code in `codes`, used or not; passages of other codes do not matter. To roll
 * codes up, give the passages the code they roll up to. O(s log s) for s passages. Throws RangeError for more than 30
 * coders and for units out of order.
 */
export function codePatterns<V extends Value>(
  documents: readonly CodedDocument<V>[],
  codes: readonly V[],
  options: PatternOptions,
): CodePatterns<V> {
  const coders = documents[0]?.coders.length ?? 0
  if (coders > MAXIMUM_CODERS) throw new RangeError(`${coders} coders, at most ${MAXIMUM_CODERS}`)
  const lists = new Map(codes.map((code) => [code, new EntryList()]))
  const clusters = { document: [] as number[], rated: [] as number[], size: [] as number[] }

  documents.forEach((document, place) => {
    const { units } = document
    assertUnits(units)
    const firstCluster = clusters.document.length
    const rated = document.coders.reduce((set, spans, coder) => (spans === null ? set : set | (1 << coder)), 0)
    const sizeOf = ({ start, end }: Bounds) => (options.level === 'unit' ? 1 : end - start)
    const sizes = units.map(sizeOf)
    for (const size of options.cluster === 'unit' ? sizes : [sizes.reduce((sum, size) => sum + size, 0)]) {
      clusters.document.push(place)
      clusters.rated.push(rated)
      clusters.size.push(size)
    }
    for (const [code, passages] of passagesByCode(document)) {
      const list = lists.get(code)
      if (list === undefined) continue
      const clusterOf = options.cluster === 'unit' ? (unit: number) => firstCluster + unit : () => firstCluster
      const touched =
        options.level === 'unit'
          ? countUnits(passages, units, options.minimumShare, (unit, applied) => {
              list.add(clusterOf(unit), applied, 1)
            })
          : countCharacters(passages, units, (unit, applied, length) => {
              list.add(clusterOf(unit), applied, length)
            })
      if (touched > 0) list.unitsOfDocument.set(place, touched)
    }
  })
  return {
    coders,
    codes,
    clusters: {
      document: Int32Array.from(clusters.document),
      rated: Int32Array.from(clusters.rated),
      size: Float64Array.from(clusters.size),
    },
    entries: [...lists.values()].map((list) => list.finish()),
  }
}

/** Number of coders in a set. */
export function membersIn(set: number): number {
  let members = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) members++
  return members
}

/** Collects entries; those of one cluster and one set of coders that follow each other closely become one. */
class EntryList {
  readonly unitsOfDocument = new Map<number, number>()
  readonly #cluster: number[] = []
  readonly #applied: number[] = []
  readonly #times: number[] = []

  add(cluster: number, applied: number, times: number): void {
    for (let at = this.#cluster.length - 1; at >= 0 && this.#cluster[at] === cluster; at--) {
      if (this.#applied[at] !== applied) continue
      this.#times[at]! += times
      return
    }
    this.#cluster.push(cluster)
    this.#applied.push(applied)
    this.#times.push(times)
  }

  finish(): CodeEntries {
    return {
      cluster: Int32Array.from(this.#cluster),
      applied: Int32Array.from(this.#applied),
      times: Float64Array.from(this.#times),
      unitsOfDocument: this.unitsOfDocument,
    }
  }
}

/** Units by who applied the code there. Gives back how many units somebody applied it to. */
function countUnits(
  passages: readonly (readonly Bounds[])[],
  units: readonly Bounds[],
  minimumShare: number,
  add: (unit: number, applied: number) => void,
): number {
  const applied = new Map<number, number>()
  passages.forEach((own, coder) => {
    for (const unit of touchedUnits(own, units, minimumShare))
      applied.set(unit, (applied.get(unit) ?? 0) | (1 << coder))
  })
  for (const unit of [...applied.keys()].sort((a, b) => a - b)) add(unit, applied.get(unit) ?? 0)
  return applied.size
}

/** Characters by who marked them, within each unit. Gives back how many units somebody marked something in. */
function countCharacters(
  passages: readonly (readonly Bounds[])[],
  units: readonly Bounds[],
  add: (unit: number, applied: number, length: number) => void,
): number {
  // Where a coder's marking begins or ends: position and coder in one number, which sorts many times as fast.
  const edges: number[] = []
  const touched = new Set<number>()
  passages.forEach((own, coder) => {
    forEachPiece(own, units, (unit, start, end) => {
      touched.add(unit)
      edges.push(start * 32 + coder, end * 32 + coder)
    })
  })
  edges.sort((a, b) => a - b)
  let applied = 0
  let before = 0
  let unit = firstIndex(units.length, (index) => units[index]!.end * 32 > (edges[0] ?? 0))
  for (const edge of edges) {
    const coder = edge % 32
    const at = (edge - coder) / 32
    if (applied !== 0 && at > before) {
      // All marking ends with its unit, so a stretch never leaves the one in which it begins.
      while (units[unit]!.end <= before) unit++
      add(unit, applied, at - before)
    }
    applied ^= 1 << coder
    before = at
  }
  return touched.size
}
