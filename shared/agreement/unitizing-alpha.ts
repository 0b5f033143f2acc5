import { oneMinusRatio } from './exact-ratio.ts'
import { estimated, notEstimable } from './figure.ts'
import type { Partition, Touching } from './partition.ts'
import { forEachShared, partitionsOf } from './partition.ts'
import type { Continuum, Figure, NotEstimable, Value } from './types.ts'

export interface UnitizingAlpha {
  /** uα: agreement on where passages are and what they are called, gaps included. */
  readonly all: Figure
  /** |uα: agreement on coded versus not coded, whatever the code. Per code it is the headline for "where". */
  readonly codedOrNot: Figure
  /** Length of all documents together. Both coefficients depend on how much of it is uncoded: show it. */
  readonly length: number
  /** Length of coded text, summed over coders. */
  readonly codedLength: number
}

/**
 * Unitizing alphas of Krippendorff, Mathet, Bouvry & Widlöcher (2016): uα and |uα over a set of documents that all the
 * coders worked on. Passages and gaps end with their document. Lengths are whole numbers (characters or tokens) and all
 * sums exact; the unit of length matters a little and is reported with the result. A coder's touching passages of one
 * value are one. Not estimable for fewer than two coders, without text, where everything is one value or one gap, and
 * where a coder's values overlap. O(s log s) in the number of passages. Throws RangeError for lengths not whole.
 */
export function unitizingAlpha<V extends Value>(
  documents: readonly Continuum<V>[],
  touching: Touching = 'merge',
): UnitizingAlpha {
  const length = documents.reduce((sum, document) => sum + document.length, 0)
  const coders = documents[0]?.coders.length ?? 0
  const without = (reason: NotEstimable) => {
    const figure = notEstimable(reason)
    return { all: figure, codedOrNot: figure, length, codedLength: 0 }
  }
  if (length === 0) return without('empty')
  if (coders < 2) return without('no_pairs')
  const partitions = partitionsOf(documents, touching)
  if (partitions === null) return without('overlapping_values')

  const sums = new UnitizingSums<V>()
  documents.forEach((document, index) => {
    sums.add(partitions[index]!, document.length)
  })
  const { valued, unlike, oneSided, ownLength } = sums
  const text = BigInt(length) * BigInt(coders)
  const coded = [...valued.values()].reduce((sum, part) => sum + BigInt(part), 0n)
  const gaps = text - coded
  // Expected coincidences by chance without those of a passage with itself, brought to whole numbers.
  const chance = text * text - ownLength
  const scale = BigInt(coders - 1) * text
  const diverse = text * text - gaps * gaps - [...valued.values()].reduce((sum, part) => sum + BigInt(part) ** 2n, 0n)
  const codedOrNot = gaps * coded
  const figure = (part: bigint, whole: bigint, reason: NotEstimable): Figure =>
    whole === 0n ? notEstimable(reason) : estimated(oneMinusRatio(part * chance, scale * whole))
  const oneSide = coded === 0n ? 'never_applied' : 'always_applied'
  return {
    all: figure(2n * unlike, diverse, coded === 0n ? 'never_applied' : 'no_variation'),
    codedOrNot: figure(oneSided, codedOrNot, oneSide),
    length,
    codedLength: Number(coded),
  }
}

class UnitizingSums<V extends Value> {
  /** Length per value, over coders. */
  readonly valued = new Map<V, number>()
  /** Length on which the coders of a pair differ, over pairs. */
  unlike = 0n
  /** Length that one coder of a pair coded and the other did not, over pairs. */
  oneSided = 0n
  /** What passages share with themselves: their squared lengths, and the lengths of gaps. */
  ownLength = 0n

  add(coders: readonly Partition<V>[], length: number): void {
    let squares = 0
    const coded = coders.map((partition) => {
      let sum = 0
      for (const span of partition) {
        const own = span.end - span.start
        this.valued.set(span.value, (this.valued.get(span.value) ?? 0) + own)
        sum += own
        squares += own ** 2
      }
      squares += length - sum
      return sum
    })
    let unlike = 0
    let oneSided = 0
    for (let one = 0; one < coders.length; one++) {
      for (let other = one + 1; other < coders.length; other++) {
        let shared = 0
        let alike = 0
        forEachShared(coders[one]!, coders[other]!, (g, h, common) => {
          shared += common
          if (coders[one]![g]!.value === coders[other]![h]!.value) alike += common
        })
        unlike += coded[one]! + coded[other]! - shared - alike
        oneSided += coded[one]! + coded[other]! - 2 * shared
      }
    }
    this.ownLength += BigInt(squares)
    this.unlike += BigInt(unlike)
    this.oneSided += BigInt(oneSided)
  }
}
