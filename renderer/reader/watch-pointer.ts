import type { CodingRow } from '../../shared/contract/coding.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { codableSpan } from '../../shared/text/codable-span.ts'
import { sentenceAt } from '../../shared/text/sentences.ts'
import type { Span } from '../../shared/text/span.ts'
import type { ReaderText } from './build-text.ts'
import { CODE_TYPE, codeIdFrom, PASSAGE_TYPE } from './drag-types.ts'
import type { Geometry } from './geometry.ts'
import type { Painter } from './painter.ts'
import type { ReadingSelection } from './reading-selection.ts'
import { spanOf } from './reading-selection.ts'

export interface PointerParts {
  readonly text: HTMLElement
  readonly documentId: number
  readonly source: ReaderText
  readonly geometry: Geometry
  readonly painter: Painter
  readonly selection: () => ReadingSelection | null
  readonly codingsAt: (offset: Utf16Offset) => readonly CodingRow[]
  readonly listener: {
    pointed(codings: readonly CodingRow[] | null, at: DOMRect | null): void
    codeDropped(codeId: number, stretch: Span): void
  }
}

/** Milliseconds that the pointer rests before the card comes. */
const REST = 350

/** What the pointer does over the text: resting on coded words, dragging the selection out, dropping a code, copying. */
export function watchPointer(parts: PointerParts): () => void {
  const { text, source, geometry, painter, listener } = parts
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

  /** A code may be dropped on the selection, or on a sentence. */
  function dropTarget(event: DragEvent): Span | null {
    const offset = geometry.offsetAt(event.clientX, event.clientY)
    const stretch = selected()
    if (offset === null) return null
    if (stretch !== null && stretch.start <= offset && offset < stretch.end) return stretch
    return sentenceAt(source.text, offset, source.language)
  }

  function onDragStart(event: DragEvent): void {
    const range = selected()
    if (range === null || event.dataTransfer === null) return
    event.dataTransfer.effectAllowed = 'copy'
    event.dataTransfer.setData(PASSAGE_TYPE, JSON.stringify({ documentId: parts.documentId, range }))
    event.dataTransfer.setData('text/plain', source.text.slice(range.start, range.end))
  }

  function onDragOver(event: DragEvent): void {
    if (event.dataTransfer?.types.includes(CODE_TYPE) !== true) return
    const target = dropTarget(event)
    painter.mark('drop', target)
    if (target === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }

  function onDragEnd(): void {
    painter.mark('drop', null)
  }

  function onDrop(event: DragEvent): void {
    onDragEnd()
    const codeId = codeIdFrom(event.dataTransfer?.getData(CODE_TYPE) ?? '')
    const target = dropTarget(event)
    if (codeId === null || target === null) return
    event.preventDefault()
    listener.codeDropped(codeId, target)
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
  text.addEventListener('dragover', onDragOver)
  text.addEventListener('dragleave', onDragEnd)
  text.addEventListener('drop', onDrop)
  text.addEventListener('copy', onCopy)
  return () => {
    clearTimeout(resting)
    text.removeEventListener('pointermove', onMove)
    text.removeEventListener('pointerdown', onLeave)
    text.removeEventListener('pointerleave', onLeave)
    text.removeEventListener('dragstart', onDragStart)
    text.removeEventListener('dragover', onDragOver)
    text.removeEventListener('dragleave', onDragEnd)
    text.removeEventListener('drop', onDrop)
    text.removeEventListener('copy', onCopy)
  }
}
