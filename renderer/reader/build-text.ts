import type { SpeakerRow, TurnRow } from '../../shared/contract/document.ts'
import { paragraphSpan, paragraphStarts } from '../../shared/text/paragraphs.ts'
import type { Chunk } from './chunks.ts'
import { chunksOf } from './chunks.ts'
import type { ParagraphSetting } from './paragraph-pieces.ts'
import { settingOf } from './paragraph-pieces.ts'
import type { TextDom } from './text-dom.ts'
import { PARAGRAPH_ATTRIBUTE } from './text-dom.ts'

/** What the reader shows of a document. */
export interface ReaderText {
  readonly text: string
  /** BCP 47; set as `lang`, so that line breaking, fonts and voices are the document's. */
  readonly language: string
  readonly turns: readonly TurnRow[]
  readonly speakers: readonly SpeakerRow[]
}

export interface BuiltText extends TextDom {
  readonly root: HTMLElement
  readonly chunks: readonly Chunk[]
  readonly chunkElements: readonly HTMLElement[]
  readonly paragraphs: readonly HTMLElement[]
}

/** Units of text in a line and pixels of a line, for the height of chunks that the browser has not laid out yet. */
const ESTIMATE = { line: 30, gap: 12, wide: 42, narrow: 78 }

/**
 * Fills `root` with the text: one paragraph element per line, in chunks that the browser may skip, with nothing in it
 * that is not in the text (references of turns that the text does not name are drawn by CSS from an attribute).
 */
export function buildText(root: HTMLElement, source: ReaderText): BuiltText {
  const starts = paragraphStarts(source.text)
  const chunks = chunksOf(starts, source.text.length)
  const kinds = new Map(source.speakers.map((speaker) => [speaker.id, speaker.kind]))
  const unitsPerLine = /^(zh|ja|ko|yue)\b/i.test(source.language) ? ESTIMATE.wide : ESTIMATE.narrow
  const paragraphs: HTMLElement[] = []
  const chunkElements = chunks.map((chunk) => {
    const element = document.createElement('div')
    element.className = 'reader-chunk'
    let height = 0
    for (let index = chunk.firstParagraph; index < chunk.endParagraph; index++) {
      const line = paragraphSpan(starts, source.text.length, index)
      const setting = settingOf(source.text, line, source.turns, (id) => (id === null ? null : (kinds.get(id) ?? null)))
      const paragraph = paragraphElement(source.text, index, setting)
      paragraphs.push(paragraph)
      element.append(paragraph)
      height += Math.max(1, Math.ceil((line.end - line.start) / unitsPerLine)) * ESTIMATE.line + ESTIMATE.gap
    }
    element.style.setProperty('contain-intrinsic-block-size', `auto ${height}px`)
    return element
  })
  root.lang = source.language
  root.replaceChildren(...chunkElements)
  return { root, starts, length: source.text.length, chunks, chunkElements, paragraphs }
}

function paragraphElement(text: string, index: number, setting: ParagraphSetting): HTMLElement {
  const element = document.createElement('p')
  element.setAttribute(PARAGRAPH_ATTRIBUTE, String(index))
  element.dir = 'auto'
  const classes = ['reader-p']
  if (setting.isInTurn) classes.push('in-turn')
  if (setting.speaker !== null) classes.push(`is-${setting.speaker}`)
  if (setting.opens !== null) {
    classes.push('opens-turn')
    if (!setting.refInText) element.dataset['ref'] = setting.opens.ref
  }
  element.className = classes.join(' ')
  if (setting.pieces.length === 0) element.append(document.createElement('br'))
  for (const piece of setting.pieces) {
    const words = text.slice(piece.start, piece.end)
    if (piece.kind === 'speech') {
      element.append(words)
      continue
    }
    const part = document.createElement('span')
    part.className = `reader-${piece.kind}`
    part.textContent = words
    element.append(part)
  }
  return element
}
