import { create } from 'zustand'
import { correctableAt } from '../../../shared/text/correctable.ts'
import type { Span } from '../../../shared/text/span.ts'
import { spliceBetween } from '../../../shared/text/splice-between.ts'
import { spliceMap } from '../../../shared/text/splice-map.ts'
import { useView } from '../../app/view-state.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'

/** The correction that is being written; one at a time. View state: nothing of it is in the study before it is applied. */
export interface OpenCorrection {
  /** The text that it corrects. */
  readonly document: OpenDocument
  readonly stretch: Span
  /** What shall stand there. */
  readonly words: string
}

export const useCorrection = create<{ readonly open: OpenCorrection | null }>()(() => ({ open: null }))

/** Whether something was changed that would be lost. */
export function isChanged({ document, stretch, words }: OpenCorrection): boolean {
  return document.text.slice(stretch.start, stretch.end) !== words
}

/** Opens the paragraph at an offset, unless a changed one is open still: that one stays. */
export function beginCorrection(document: OpenDocument, offset: number): void {
  const { open } = useCorrection.getState()
  if (open !== null && isChanged(open)) return
  const { start, end } = correctableAt(document.text, document.turns, offset)
  useCorrection.setState({ open: { document, stretch: { start, end }, words: document.text.slice(start, end) } })
  // Another study's transcripts have the same ids.
  stopWatching ??= useView.subscribe(({ documentId }) => {
    if (documentId === null) endCorrection()
  })
}

let stopWatching: (() => void) | null = null

export function endCorrection(): void {
  stopWatching?.()
  stopWatching = null
  useCorrection.setState({ open: null })
}

/**
 * The same correction for the text as it is now, where somebody else has corrected it meanwhile: nothing that was typed is
 * lost, and the preview shows what it means there. Without changes of its own it is closed.
 */
export function moveCorrection(open: OpenCorrection, document: OpenDocument): void {
  if (!isChanged(open)) {
    endCorrection()
    return
  }
  const map = spliceMap(spliceBetween(open.document.text, document.text))
  const stretch = { start: map.offset(open.stretch.start, 'before'), end: map.offset(open.stretch.end, 'after') }
  useCorrection.setState({ open: { document, stretch, words: open.words } })
}

/** Takes the paragraph before or behind into the correction, as far as it is the same turn's; null where there is none. */
export function neighbourOf({ document, stretch }: OpenCorrection, side: 'before' | 'behind'): Span | null {
  const { text, turns } = document
  const offset = side === 'before' ? stretch.start - 1 : stretch.end + 1
  if (offset < 0 || offset > text.length || text[side === 'before' ? offset : offset - 1] !== '\n') return null
  const own = correctableAt(text, turns, stretch.start)
  const next = correctableAt(text, turns, offset)
  const touches = side === 'before' ? next.end === offset : next.start === offset
  return touches && next.turn === own.turn ? { start: next.start, end: next.end } : null
}
