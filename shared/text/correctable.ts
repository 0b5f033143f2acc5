import { firstIndex } from './offsets.ts'
import { paragraphAround } from './paragraphs.ts'
import { span, type Span } from './span.ts'
import type { Splice } from './splices.ts'

/**
 * What a correction may change: what is said, and lines outside the turns. Speakers' labels, and the line breaks that part
 * turns from what stands around them, stay; line breaks within a turn are speech like any other.
 */
export interface TurnEdges {
  readonly start: number
  readonly speechStart: number
  readonly end: number
}

export interface CorrectableStretch extends Span {
  /** Index of the turn whose speech it is; null: a line outside the turns. */
  readonly turn: number | null
}

/**
 * What is opened for correction at an offset: its paragraph without the speaker's label; the first paragraph of the speech
 * where a label has the line to itself. `turns` are all turns of the text, in order.
 */
export function correctableAt(text: string, turns: readonly TurnEdges[], offset: number): CorrectableStretch {
  const paragraph = paragraphAround(text, offset)
  const index = firstIndex(turns.length, (at) => turns[at]!.start > paragraph.end) - 1
  const turn = turns[index]
  if (turn === undefined || turn.end < paragraph.start) return { ...paragraph, turn: null }
  const line = turn.speechStart > paragraph.end ? paragraphAround(text, turn.speechStart) : paragraph
  return { ...span(Math.max(line.start, turn.speechStart), Math.min(line.end, turn.end)), turn: index }
}

/** The first splice that would change a label or part or join turns; null where all may be made. */
export function forbiddenSplice(
  text: string,
  turns: readonly TurnEdges[],
  splices: readonly Splice[],
): { splice: Splice; turn: number } | null {
  for (const splice of splices) {
    const from = splice.at
    const to = splice.at + splice.removed.length
    const index = firstIndex(turns.length, (at) => turns[at]!.start > to) - 1
    const turn = turns[index]
    if (turn !== undefined && from >= turn.speechStart && to <= turn.end) continue
    const next = turns[index + 1]
    // Between turns: behind the line end of the one, up to the line end before the other.
    const gapStart = turn === undefined ? 0 : paragraphAround(text, turn.end).end + 1
    const gapEnd = next === undefined ? text.length : paragraphAround(text, next.start).start - 1
    if (from >= gapStart && to <= gapEnd) continue
    return { splice, turn: Math.max(index, 0) }
  }
  return null
}
