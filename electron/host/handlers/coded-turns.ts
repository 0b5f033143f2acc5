import type { Out } from '../../../shared/contract/contract.ts'
import type { TurnRow } from '../../../shared/contract/document.ts'
import { firstIndex } from '../../../shared/text/offsets.ts'
import type { CodingArrays } from '../index/coding-table.ts'

/**
 * Turns whose speech carries codings, with their codes in the order of their passages. Turns and codings are in the order
 * of the text, so that a long interview with many codings is gone through once.
 */
export function codedTurns(
  turns: readonly TurnRow[],
  { ids, starts, ends, codeIds }: CodingArrays,
): Out<'document.codedTurns'>['turns'] {
  const byTurn = new Map<number, Set<number>>()
  for (let row = 0; row < ids.length; row++) {
    const first = firstIndex(turns.length, (at) => turns[at]!.end > starts[row]!)
    for (let at = first; at < turns.length && turns[at]!.speechStart < ends[row]!; at++) {
      const codes = byTurn.get(at)
      if (codes === undefined) byTurn.set(at, new Set([codeIds[row]!]))
      else codes.add(codeIds[row]!)
    }
  }
  return [...byTurn]
    .sort(([a], [b]) => a - b)
    .map(([at, codes]) => {
      const { ref, speechStart: start, end } = turns[at]!
      return { ref, start, end, codeIds: [...codes] }
    })
}
