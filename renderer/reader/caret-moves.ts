import type { TurnRow } from '../../shared/contract/document.ts'
import { nextGrapheme, previousGrapheme } from '../../shared/text/graphemes.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { firstIndex, utf16 } from '../../shared/text/offsets.ts'
import { nextSentence, previousSentence } from '../../shared/text/sentences.ts'
import { nextWord, previousWord } from '../../shared/text/words.ts'

/** Steps of the caret that are decided by the text alone. Lines need the layout: see reader-view.ts. */
export type CaretStep = 'character' | 'word' | 'sentence' | 'turn' | 'document'
export type CaretDirection = 'forward' | 'backward'

export interface CaretText {
  readonly text: string
  readonly language: string
  /** In order of their start. */
  readonly turns: readonly Pick<TurnRow, 'start' | 'speechStart'>[]
}

/**
 * Where the caret stands after a step. Words end and sentences and turns begin at the new place, so that a selection made
 * by stepping takes no white space along; a turn begins with its speech, behind the speaker's label. At the last one of
 * its kind a step goes to the end of the text.
 */
export function stepFrom(
  source: CaretText,
  offset: Utf16Offset,
  step: CaretStep,
  direction: CaretDirection,
): Utf16Offset {
  const { text, language, turns } = source
  const forward = direction === 'forward'
  switch (step) {
    case 'character':
      return forward ? nextGrapheme(text, offset) : previousGrapheme(text, offset)
    case 'word':
      return forward ? nextWord(text, offset, language) : previousWord(text, offset, language)
    case 'sentence':
      return forward ? sentenceBehind(source, offset) : sentenceBefore(source, offset)
    case 'turn':
      return forward
        ? (turns.find((turn) => turn.speechStart > offset)?.speechStart ?? utf16(text.length))
        : (turns.findLast((turn) => turn.speechStart < offset)?.speechStart ?? utf16(0))
    case 'document':
      return utf16(forward ? text.length : 0)
  }
}

function sentenceBehind(source: CaretText, offset: Utf16Offset): Utf16Offset {
  return behindLabel(source, nextSentence(source.text, offset, source.language))
}

function sentenceBefore(source: CaretText, offset: Utf16Offset): Utf16Offset {
  const { text, language } = source
  const start = previousSentence(text, offset, language)
  const spoken = behindLabel(source, start)
  if (spoken < offset) return spoken
  // From a turn's first word the way leads past its label.
  return start === 0 ? start : sentenceBefore(source, start)
}

/** Sentences begin with what is said, not with who says it. */
function behindLabel({ turns }: CaretText, offset: Utf16Offset): Utf16Offset {
  const turn = turns[firstIndex(turns.length, (index) => turns[index]!.start > offset) - 1]
  return turn === undefined || turn.speechStart < offset ? offset : turn.speechStart
}
