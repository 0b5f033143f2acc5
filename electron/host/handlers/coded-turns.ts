import type { Out } from '../../../shared/contract/contract.ts'
import type { TurnRow } from '../../../shared/contract/document.ts'
import { firstIndex, utf16 } from '../../../shared/text/offsets.ts'
import type { CodingArrays } from '../index/coding-table.ts'

type CodedTurns = Out<'document.codedTurns'>['turns']

/**
 * Turns whose speech carries codings, each code with its first passage there. Turns and codings are in the order of the
 * text, so that a long interview with many codings is gone through once.
 */
export function codedTurns(turns: readonly TurnRow[], codings: CodingArrays): CodedTurns {
  const byTurn = new Map<number, Map<number, CodedTurns[number]['codes'][number]>>()
  for (let row = 0; row < codings.ids.length; row++) {
    const start = codings.starts[row]!
    const end = codings.ends[row]!
    const codeId = codings.codeIds[row]!
    const first = firstIndex(turns.length, (at) => turns[at]!.end > start)
    for (let at = first; at < turns.length && turns[at]!.speechStart < end; at++) {
      const codes = byTurn.get(at) ?? new Map<number, CodedTurns[number]['codes'][number]>()
      byTurn.set(at, codes)
      if (!codes.has(codeId)) codes.set(codeId, { codeId, start: utf16(start), end: utf16(end) })
    }
  }
  return [...byTurn]
    .sort(([a], [b]) => a - b)
    .map(([at, codes]) => ({ ref: turns[at]!.ref, codes: [...codes.values()] }))
}
