import type { TurnRow } from '../../shared/contract/document.ts'
import type { Snap } from '../../shared/contract/study.ts'
import { codableSpan } from '../../shared/text/codable-span.ts'
import { nextGrapheme, previousGrapheme, snapToGraphemes } from '../../shared/text/graphemes.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { firstIndex, utf16 } from '../../shared/text/offsets.ts'
import { nextSentence, previousSentence, sentenceAt } from '../../shared/text/sentences.ts'
import type { Span } from '../../shared/text/span.ts'
import { nextWord, previousWord, wordAt } from '../../shared/text/words.ts'
import type { ReadingSelection } from './reading-selection.ts'
import { isCaret, spanOf } from './reading-selection.ts'

/** What selections are widened to while they are made, and what clicking twice, three and four times takes. */
export type SelectionUnit = Exclude<Snap, 'none'>

export interface UnitText {
  readonly text: string
  readonly language: string
  /** In order of their start. */
  readonly turns: readonly Pick<TurnRow, 'start' | 'speechStart' | 'end'>[]
}

/** The unit that holds the character behind the offset; null between units. Speakers' labels belong to no sentence. */
export function unitAt(source: UnitText, unit: SelectionUnit, offset: Utf16Offset): Span | null {
  const { text, language, turns } = source
  switch (unit) {
    case 'word':
      return holding(wordAt(text, offset, language), offset)
    case 'sentence': {
      const sentence = holding(sentenceAt(text, offset, language), offset)
      return sentence === null ? null : withoutLabel(source, sentence)
    }
    case 'turn': {
      const turn = turns[firstIndex(turns.length, (index) => turns[index]!.start > offset) - 1]
      if (turn === undefined || offset >= turn.end) return null
      return codableSpan(text, { start: turn.speechStart, end: turn.end })
    }
  }
}

/** The same selection with whole units at both ends. A caret stays where it is. */
export function widened(source: UnitText, unit: SelectionUnit, selection: ReadingSelection): ReadingSelection {
  if (isCaret(selection)) return selection
  const { start, end } = spanOf(selection)
  const from = unitAt(source, unit, start)
  const to = unitAt(source, unit, previousGrapheme(source.text, end))
  const { start: low, end: high } = snapToGraphemes(source.text, {
    start: earlier(start, from?.start ?? start),
    end: later(end, to?.end ?? end),
  })
  return selection.anchor <= selection.focus ? { anchor: low, focus: high } : { anchor: high, focus: low }
}

/**
 * The selection with one unit more, or one less where its end comes nearer to its beginning. `shown` is what `made`, the
 * selection as it was made, was widened to.
 */
export function extendedByUnit(
  source: UnitText,
  unit: SelectionUnit,
  made: ReadingSelection,
  shown: Span,
  direction: 'forward' | 'backward',
): ReadingSelection {
  const { text } = source
  const { anchor, focus } = made
  const isForward = direction === 'forward'
  const before = (offset: Utf16Offset): Utf16Offset => previousGrapheme(text, offset)
  if (isForward ? focus >= anchor : focus <= anchor) {
    // ICU's words and its characters do not always end at the same places: at least one character it must be.
    if (isForward) {
      const from = isCaret(made) ? focus : shown.end
      const next = unitAt(source, unit, from) ?? unitBehind(source, unit, from)
      return {
        anchor,
        focus: later(nextGrapheme(text, from), wholeCharacters(text, next?.end ?? utf16(text.length)).end),
      }
    }
    const from = isCaret(made) ? focus : shown.start
    const next = unitAt(source, unit, before(from)) ?? unitBefore(source, unit, from)
    return { anchor, focus: earlier(before(from), wholeCharacters(text, next?.start ?? utf16(0)).start) }
  }
  if (isForward) {
    const next = unitBehind(source, unit, unitAt(source, unit, shown.start)?.end ?? focus)
    const goal = next === null ? anchor : later(nextGrapheme(text, focus), wholeCharacters(text, next.start).end)
    return { anchor, focus: earlier(anchor, goal) }
  }
  const next = unitBefore(source, unit, unitAt(source, unit, before(shown.end))?.start ?? focus)
  const goal = next === null ? anchor : earlier(before(focus), wholeCharacters(text, next.end).start)
  return { anchor, focus: later(anchor, goal) }
}

function wholeCharacters(text: string, offset: Utf16Offset): Span {
  return snapToGraphemes(text, { start: offset, end: offset })
}

function later(one: Utf16Offset, other: Utf16Offset): Utf16Offset {
  return one > other ? one : other
}

function earlier(one: Utf16Offset, other: Utf16Offset): Utf16Offset {
  return one < other ? one : other
}

/** What a click on a character takes: the unit, else the one character. */
export function pointedUnit(source: UnitText, unit: SelectionUnit, offset: Utf16Offset): Span {
  const { text } = source
  return (
    unitAt(source, unit, offset) ??
    (unit === 'word' ? null : unitBehind(source, unit, offset)) ?? { start: offset, end: nextGrapheme(text, offset) }
  )
}

/** The first unit that begins at or behind the offset. */
function unitBehind(source: UnitText, unit: SelectionUnit, offset: Utf16Offset): Span | null {
  const { text, language, turns } = source
  switch (unit) {
    case 'word': {
      for (let at = offset; ;) {
        const end = nextWord(text, at, language)
        const start = previousWord(text, end, language)
        if (end === at || start >= end) return null
        if (start >= offset) return { start, end }
        at = end
      }
    }
    case 'sentence': {
      const here = unitAt(source, unit, offset)
      if (here !== null && here.start >= offset) return here
      const start = nextSentence(text, offset, language)
      return start < text.length ? unitAt(source, unit, start) : null
    }
    case 'turn': {
      const turn = turns[firstIndex(turns.length, (index) => turns[index]!.speechStart >= offset)]
      return turn === undefined ? null : codableSpan(text, { start: turn.speechStart, end: turn.end })
    }
  }
}

/** The last unit that ends at or before the offset. */
function unitBefore(source: UnitText, unit: SelectionUnit, offset: Utf16Offset): Span | null {
  const { text, language, turns } = source
  switch (unit) {
    case 'word': {
      const start = previousWord(text, offset, language)
      const word = start < offset ? unitAt(source, unit, start) : null
      return word === null || word.end <= offset ? word : unitBefore(source, unit, start)
    }
    case 'sentence': {
      const start = previousSentence(text, offset, language)
      const sentence = start < offset ? unitAt(source, unit, start) : null
      return sentence === null || sentence.end <= offset ? sentence : unitBefore(source, unit, start)
    }
    case 'turn': {
      const turn = turns[firstIndex(turns.length, (index) => turns[index]!.end > offset) - 1]
      return turn === undefined ? null : codableSpan(text, { start: turn.speechStart, end: turn.end })
    }
  }
}

function holding(unit: Span | null, offset: Utf16Offset): Span | null {
  return unit !== null && unit.start <= offset && offset < unit.end ? unit : null
}

/** A turn's first sentence without the speaker's label before it; null where nothing else is in it. */
export function withoutLabel({ text, turns }: UnitText, sentence: Span): Span | null {
  const turn = turns[firstIndex(turns.length, (index) => turns[index]!.start > sentence.start) - 1]
  if (turn === undefined || turn.speechStart <= sentence.start) return sentence
  return turn.speechStart < sentence.end ? codableSpan(text, { start: turn.speechStart, end: sentence.end }) : null
}
