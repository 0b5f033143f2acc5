import { create } from 'zustand'
import type { CodingRow } from '../../shared/contract/coding.ts'
import type { Out } from '../../shared/contract/contract.ts'
import { codableSpan } from '../../shared/text/codable-span.ts'
import { sentenceAt } from '../../shared/text/sentences.ts'
import type { Span } from '../../shared/text/span.ts'
import type { ReaderView } from './reader-interface.ts'
import type { ReadingSelection } from './reading-selection.ts'
import { isCaret, spanOf } from './reading-selection.ts'
import { withoutLabel } from './snap-units.ts'

export type OpenDocument = Out<'document.open'>

/** The transcript that commands and the codebook act on: where one last read. View state only. */
export interface ReadingState {
  readonly document: OpenDocument | null
  readonly view: ReaderView | null
  readonly selection: ReadingSelection | null
  /** The codings at the caret, shortest first. */
  readonly here: readonly CodingRow[]
  /** The coding that was chosen in the margin. */
  readonly chosen: CodingRow | null
}

const NOTHING = { document: null, view: null, selection: null, here: [], chosen: null } as const

export const useReading = create<ReadingState>()(() => NOTHING)

/** Ends a reading whose view is going away, unless another has taken over. */
export function endReading(view: ReaderView): void {
  if (useReading.getState().view === view) useReading.setState(NOTHING)
}

let stopWaiting = (): void => undefined

/** Puts the focus into a transcript's text, as soon as it is on the screen. The last one asked for is meant. */
export function focusDocument(documentId: number): void {
  stopWaiting()
  const isThere = ({ document, view }: ReadingState): boolean => {
    if (document?.id !== documentId || view === null) return false
    view.focus()
    return true
  }
  if (isThere(useReading.getState())) return
  stopWaiting = useReading.subscribe((state) => {
    if (state.document?.id === documentId && state.view !== null) stopWaiting()
    isThere(state)
  })
}

/** What is selected, as a code would be put on it; null where nothing is. */
export function selectedPassage({ document, selection }: ReadingState): Span | null {
  if (document === null || selection === null || isCaret(selection)) return null
  return codableSpan(document.text, spanOf(selection))
}

/** What a code would be put on now: the selection, else the sentence at the caret. */
export function codingTarget(state: ReadingState): Span | null {
  const { document, selection } = state
  if (document === null || selection === null) return null
  if (!isCaret(selection)) return selectedPassage(state)
  const sentence = sentenceAt(document.text, selection.focus, document.language)
  return sentence === null ? null : withoutLabel(document, sentence)
}
