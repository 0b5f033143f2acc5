import { firstIndex } from '../text/offsets.ts'
import { mergeSpans } from '../text/span.ts'
import type { Bounds, CodedDocument, SetRatings, Value, ValuedSpan } from './types.ts'

/**
 * Units at which a coder's passages of one code count as applied, by their places, in order: where the passages cover at
 * least `minimumShare` of the unit (0 to 1) and at least one character. Overlapping passages cover text once. O(s log s)
 * for s passages and the units they touch; empty units are touched by nothing.
 */
export function touchedUnits(passages: readonly Bounds[], units: readonly Bounds[], minimumShare: number): number[] {
  const touched: number[] = []
  let current = -1
  let covered = 0
  const close = () => {
    if (current === -1) return
    const { start, end } = units[current]!
    if (covered >= minimumShare * (end - start)) touched.push(current)
  }
  forEachPiece(passages, units, (unit, start, end) => {
    if (unit !== current) {
      close()
      current = unit
      covered = 0
    }
    covered += end - start
  })
  close()
  return touched
}

/** Calls back, from left to right, for every stretch of a unit that lies under some of the passages, each stretch once. */
export function forEachPiece(
  passages: readonly Bounds[],
  units: readonly Bounds[],
  visit: (unit: number, start: number, end: number) => void,
): void {
  for (const { start, end } of passages.length === 1 ? passages : mergeSpans<number>(passages)) {
    for (let unit = firstIndex(units.length, (index) => units[index]!.end > start); unit < units.length; unit++) {
      const bounds = units[unit]!
      if (bounds.start >= end) break
      const from = Math.max(start, bounds.start)
      const to = Math.min(end, bounds.end)
      if (from < to) visit(unit, from, to)
    }
  }
}

/** Throws RangeError unless the units are sorted and disjoint. */
export function assertUnits(units: readonly Bounds[]): void {
  units.forEach(({ start, end }, index) => {
    if (start > end || (index > 0 && start < units[index - 1]!.end)) {
      throw new RangeError(`units out of order at ${start}–${end}`)
    }
  })
}

/** A document's passages per code and coder, in the order of coders. Coders who did not finish have none. */
export function passagesByCode<V extends Value>(document: CodedDocument<V>): Map<V, ValuedSpan<V>[][]> {
  const byCode = new Map<V, ValuedSpan<V>[][]>()
  document.coders.forEach((spans, coder) => {
    for (const span of spans ?? []) {
      let lists = byCode.get(span.value)
      if (lists === undefined) byCode.set(span.value, (lists = document.coders.map((): ValuedSpan<V>[] => [])))
      lists[coder]!.push(span)
    }
  })
  return byCode
}

/**
 * What set-valued α needs: per unit and coder the set of codes applied there, by the same rule as touchedUnits. All units
 * of a document that nobody coded share one row.
 */
export function setRatingsOf<V extends Value>(
  documents: readonly CodedDocument<V>[],
  minimumShare: number,
): Required<SetRatings<V>> {
  const rows: (V[] | null)[][] = []
  const times: number[] = []
  for (const document of documents) {
    assertUnits(document.units)
    const coded = new Map<number, (V[] | null)[]>()
    const nothing = () => document.coders.map((spans): V[] | null => (spans === null ? null : []))
    for (const [code, lists] of passagesByCode(document)) {
      lists.forEach((passages, coder) => {
        for (const unit of touchedUnits(passages, document.units, minimumShare)) {
          let row = coded.get(unit)
          if (row === undefined) coded.set(unit, (row = nothing()))
          row[coder]?.push(code)
        }
      })
    }
    for (const row of coded.values()) {
      rows.push(row)
      times.push(1)
    }
    rows.push(nothing())
    times.push(document.units.length - coded.size)
  }
  return { rows, times }
}
