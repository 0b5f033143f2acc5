import type { CodingRow } from '../../shared/contract/coding.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { codableSpan } from '../../shared/text/codable-span.ts'
import type { Span } from '../../shared/text/span.ts'
import type { ReaderText } from './build-text.ts'
import { PASSAGE_TYPE } from './drag-types.ts'
import type { Geometry } from './geometry.ts'
import type { ReadingSelection } from './reading-selection.ts'
import { spanOf } from './reading-selection.ts'

export interface PointerParts {
  readonly text: HTMLElement
  readonly documentId: number
  readonly source: ReaderText
  readonly geometry: Geometry
  readonly selection: () => ReadingSelection | null
  readonly codingsAt: (offset: Utf16Offset) => readonly CodingRow[]
  readonly listener: {
    pointed(codings: readonly CodingRow[] | null, at: DOMRect | null): void
  }
}

/** Milliseconds that the pointer rests before the card comes. */
const REST = 350

/** What the pointer does over the text: resting on coded words, dragging the selection out; and what is copied. */
export function watchPointer(parts: PointerParts): () => void {
  const { text, source, geometry, listener } = parts
  let resting: ReturnType<typeof setTimeout> | undefined
  let told: string | null = null

  function selected(): Span | null {
    const selection = parts.selection()
    return selection === null ? null : codableSpan(source.text, spanOf(selection))
  }

  function onMove(event: PointerEvent): void {
    clearTimeout(resting)
    if (event.buttons !== 0 || event.pointerType === 'touch') return
    resting = setTimeout(() => {
      const offset = geometry.offsetAt(event.clientX, event.clientY)
      const codings = offset === null ? [] : parts.codingsAt(offset)
      const key = codings.map((coding) => coding.id).join(' ')
      if (key === (told ?? '')) return
      told = key
      if (offset === null || codings.length === 0) {
        told = null
        listener.pointed(null, null)
        return
      }
      const line = geometry.caretRect(offset)
      listener.pointed(codings, new DOMRect(event.clientX, line.top, 0, line.height))
    }, REST)
  }

  function onLeave(): void {
    clearTimeout(resting)
    if (told === null) return
    told = null
    listener.pointed(null, null)
  }

  function onDragStart(event: DragEvent): void {
    const range = selected()
    if (range === null || event.dataTransfer === null) return
    event.dataTransfer.effectAllowed = 'copy'
    event.dataTransfer.setData(PASSAGE_TYPE, JSON.stringify({ documentId: parts.documentId, range }))
    event.dataTransfer.setData('text/plain', source.text.slice(range.start, range.end))
  }

  /** The browser would put empty lines between paragraphs. */
  function onCopy(event: ClipboardEvent): void {
    const selection = parts.selection()
    if (selection === null || event.clipboardData === null) return
    const { start, end } = spanOf(selection)
    if (start === end) return
    event.clipboardData.setData('text/plain', source.text.slice(start, end))
    event.preventDefault()
  }

  text.addEventListener('pointermove', onMove)
  text.addEventListener('pointerdown', onLeave)
  text.addEventListener('pointerleave', onLeave)
  text.addEventListener('dragstart', onDragStart)
  text.addEventListener('copy', onCopy)
  return () => {
    clearTimeout(resting)
    text.removeEventListener('pointermove', onMove)
    text.removeEventListener('pointerdown', onLeave)
    text.removeEventListener('pointerleave', onLeave)
    text.removeEventListener('dragstart', onDragStart)
    text.removeEventListener('copy', onCopy)
  }
}
