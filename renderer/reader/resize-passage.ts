import { codableSpan } from '../../shared/text/codable-span.ts'
import { nextGrapheme, previousGrapheme } from '../../shared/text/graphemes.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import type { TurnRow } from '../../shared/contract/document.ts'
import type { CaretDirection, CaretStep, CaretText } from './caret-moves.ts'
import { stepFrom } from './caret-moves.ts'

export type PassageEnd = 'start' | 'end'

/** The passage with one end put elsewhere; at least one character stays in it, and its other end where it is. */
export function withEnd(text: string, passage: Span, end: PassageEnd, offset: Utf16Offset): Span {
  const wanted: Span =
    end === 'start'
      ? { start: earlier(offset, previousGrapheme(text, passage.end)), end: passage.end }
      : { start: passage.start, end: later(offset, nextGrapheme(text, passage.start)) }
  return codableSpan(text, wanted) ?? passage
}

/**
 * The passage with one end a word or a sentence further out or in. In steps of the caret: the start goes back to the
 * beginning of a word and forward to the beginning of the next, the end forward to the end of a word and back to the end
 * of the one before. No end comes to lie in a speaker's label. Where there is nothing left to give up, the passage stays
 * as it is.
 */
export function steppedEnd(
  source: ResizeText,
  passage: Span,
  end: PassageEnd,
  direction: 'out' | 'in',
  step: Extract<CaretStep, 'word' | 'sentence'>,
): Span {
  const { text } = source
  const isForward = (end === 'end') === (direction === 'out')
  const offset = beyondLabels(source, passage[end], step, isForward ? 'forward' : 'backward')
  // Inward it goes over the word at the edge and the space behind it, which `withEnd` leaves outside.
  const isEmpty = end === 'start' ? offset >= passage.end : offset <= passage.start
  return isEmpty ? passage : withEnd(text, passage, end, offset)
}

export type ResizeText = Omit<CaretText, 'turns'> & {
  readonly turns: readonly Pick<TurnRow, 'start' | 'speechStart'>[]
}

/** Steps from an offset until it no longer lies in a speaker's label. */
function beyondLabels(
  source: ResizeText,
  from: Utf16Offset,
  step: 'word' | 'sentence',
  direction: CaretDirection,
): Utf16Offset {
  const isInLabel = (offset: Utf16Offset): boolean =>
    source.turns.some(({ start, speechStart }) => start <= offset && offset < speechStart)
  for (let at = from; ;) {
    const next = stepFrom(source, at, step, direction)
    if (next === at || !isInLabel(next)) return isInLabel(next) ? from : next
    at = next
  }
}

function earlier(one: Utf16Offset, other: Utf16Offset): Utf16Offset {
  return one < other ? one : other
}

function later(one: Utf16Offset, other: Utf16Offset): Utf16Offset {
  return one > other ? one : other
}
