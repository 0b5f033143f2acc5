import { oneMinusRatio } from './exact-ratio.ts'
import { estimated, notEstimable } from './figure.ts'
import type { Partition, Touching } from './partition.ts'
import { forEachShared, partitionsOf } from './partition.ts'
import type { Continuum, Figure, Value } from './types.ts'

export interface CodingAlpha<V extends Value = Value> {
  /** cuα: agreement on what text is called, over the text that both coders of a pair coded. */
  readonly all: Figure
  /** (k)uα per value, by the order of first use. */
  readonly values: readonly {
    readonly value: V
    readonly alpha: Figure
    /** Share of the text with this value, over coders, on which (k)uα rests: what other coders coded too. */
    readonly coverage: Figure
  }[]
}

/**
 * Coding alphas of Krippendorff, Mathet, Bouvry & Widlöcher (2016): cuα and (k)uα, which look only at text that two
 * coders both coded, so that the amount of uncoded text does not matter. For values that exclude each other. Sums are
 * exact, lengths whole. Not estimable where no text was coded by two coders, where all such text has one value,
 * where it is so few passages that no others could meet by chance, and where a coder's values overlap
 * (exclusivityViolations lists where). O(s log s). Throws RangeError for lengths not
 * whole.
 */
export function codingAlpha<V extends Value>(
  documents: readonly Continuum<V>[],
  touching: Touching = 'merge',
): CodingAlpha<V> {
  const partitions = partitionsOf(documents, touching)
  if (partitions === null) return { all: notEstimable('overlapping_values'), values: [] }
  const sums = new CodingSums<V>()
  for (const ofDocument of partitions) sums.add(ofDocument)

  const others = BigInt(Math.max(1, (documents[0]?.coders.length ?? 0) - 1))
  const values = [...sums.values.values()]
  const total = values.reduce((sum, { shared }) => sum + shared, 0n)
  const alike = values.reduce((sum, value) => sum + value.alike, 0n)
  // Chance coincidences are what is left of all pairings when passages are not paired with themselves.
  const chance = total * total - others * values.reduce((sum, { squares }) => sum + squares, 0n)
  const diverse = total * total - values.reduce((sum, { shared }) => sum + shared * shared, 0n)

  const alphaOf = (text: bigint, differing: bigint, part: bigint, whole: bigint): Figure => {
    if (text === 0n) return notEstimable('no_pairs')
    if (whole === 0n) return notEstimable('no_variation')
    if (chance <= 0n || part <= 0n) return notEstimable('too_few_units')
    return estimated(oneMinusRatio(part * differing, text * whole))
  }
  return {
    all: alphaOf(total, total - alike, chance, diverse),
    values: [...sums.values].map(([value, own]) => ({
      value,
      alpha: alphaOf(
        own.shared,
        own.shared - own.alike,
        own.shared * total - others * own.squares,
        own.shared * (total - own.shared),
      ),
      coverage: estimated(Number(own.shared) / (Number(others) * own.length)),
    })),
  }
}

interface ValueSums {
  /** Length with this value, over coders. */
  length: number
  /** Of it, what each other coder coded too, and what they gave the same value: over ordered pairs of coders. */
  shared: bigint
  alike: bigint
  /** Squares of how much of each single passage another coder coded, over ordered pairs of coders. */
  squares: bigint
}

class CodingSums<V extends Value> {
  readonly values = new Map<V, ValueSums>()

  add(coders: readonly Partition<V>[]): void {
    for (const partition of coders) {
      for (const span of partition) this.#of(span.value).length += span.end - span.start
    }
    for (let one = 0; one < coders.length; one++) {
      for (let other = one + 1; other < coders.length; other++) this.#addPair(coders[one]!, coders[other]!)
    }
  }

  #addPair(ones: Partition<V>, others: Partition<V>): void {
    const ofOne = new Float64Array(ones.length)
    const ofOther = new Float64Array(others.length)
    forEachShared(ones, others, (g, h, common) => {
      ofOne[g]! += common
      ofOther[h]! += common
      if (ones[g]!.value === others[h]!.value) this.#of(ones[g]!.value).alike += BigInt(2 * common)
    })
    this.#addShared(ones, ofOne)
    this.#addShared(others, ofOther)
  }

  #addShared(partition: Partition<V>, shared: Float64Array): void {
    partition.forEach(({ value }, index) => {
      const common = shared[index]!
      if (common === 0) return
      const sums = this.#of(value)
      sums.shared += BigInt(common)
      sums.squares += BigInt(common ** 2)
    })
  }

  #of(value: V): ValueSums {
    let sums = this.values.get(value)
    if (sums === undefined) this.values.set(value, (sums = { length: 0, shared: 0n, alike: 0n, squares: 0n }))
    return sums
  }
}
