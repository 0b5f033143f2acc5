import { useState } from 'react'
import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { isCaret, spanOf } from '../../reader/reading-selection.ts'
import type { ReadingSelection } from '../../reader/reading-selection.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'

export interface NewPassage {
  readonly view: ReaderView | null
  setView(view: ReaderView | null): void
  setSelection(selection: ReadingSelection | null): void
  /** What it would be now: what is selected, as a code would be put on it; null for a caret or blanks. */
  readonly chosen: Span | null
  /** Its words. */
  readonly quote: string | null
  /** Puts the focus into the text, where the first coder's passage is selected unless something else is. */
  begin(row: DisagreementRow): void
}

/** A new passage that is selected in the text, in the place of what the coders have there. */
export function useNewPassage(opened: OpenDocument | undefined): NewPassage {
  const [view, setView] = useState<ReaderView | null>(null)
  const [selection, setSelection] = useState<ReadingSelection | null>(null)
  const chosen =
    opened === undefined || selection === null || isCaret(selection)
      ? null
      : codableSpan(opened.text, spanOf(selection))
  return {
    view,
    setView,
    setSelection,
    chosen,
    quote: chosen === null ? null : (opened?.text.slice(chosen.start, chosen.end) ?? null),
    begin(row) {
      const { start, end } = row.a ?? row.b ?? row
      view?.focus()
      if (chosen === null) view?.select({ anchor: start, focus: end })
    },
  }
}
