import { forEachShared, partitionOf } from './partition.ts'
import type { BinaryTable, Continuum, Value } from './types.ts'

/**
 * Characters (or tokens, whatever the offsets count) under one code by two coders, over all documents: what character
 * F1 (positiveAgreement), Jaccard and κ are made of. A coder's own overlapping passages count once. `first` and `second`
 * are places in the documents' lists of coders. O(s log s). Throws RangeError for passages outside their document.
 */
export function characterTable<V extends Value>(
  documents: readonly Continuum<V>[],
  code: V,
  first = 0,
  second = 1,
): BinaryTable {
  const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }
  for (const { length, coders } of documents) {
    const [ones, others] = [first, second].map(
      (coder) => partitionOf(coders[coder]?.filter(({ value }) => value === code) ?? [], length).partition,
    )
    if (ones === undefined || others === undefined) continue
    let both = 0
    forEachShared(ones, others, (_, __, common) => (both += common))
    const one = ones.reduce((sum, { start, end }) => sum + end - start, 0)
    const other = others.reduce((sum, { start, end }) => sum + end - start, 0)
    table.both += both
    table.onlyFirst += one - both
    table.onlySecond += other - both
    table.neither += length - one - other + both
  }
  return table
}
