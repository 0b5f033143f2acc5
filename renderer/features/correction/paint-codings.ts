import type { CodingRow } from '../../../shared/contract/coding.ts'
import { diffText } from '../../../shared/text/splice-diff.ts'
import { spliceMap } from '../../../shared/text/splice-map.ts'
import { canHighlight, highlightOf } from '../../reader/highlights.ts'
import { DEPTHS, keyOf, lookIn } from '../../reader/paint-plan.ts'
import type { OpenCorrection } from './correction-state.ts'

/** Paints the passages of the paragraph into its editor, where they would be after the correction. */
export interface EditorPainter {
  paint(correction: OpenCorrection, words: string): void
  dispose(): void
}

export function createEditorPainter(
  root: HTMLElement,
  codings: readonly CodingRow[],
  colourOf: (codeId: number) => string,
): EditorPainter {
  const painted: [Highlight, AbstractRange][] = []

  function clear(): void {
    for (const [highlight, range] of painted) highlight.delete(range)
    painted.length = 0
  }

  return {
    paint({ document, stretch }, words) {
      clear()
      if (!canHighlight()) return
      const map = spliceMap(diffText(document.text.slice(stretch.start, stretch.end), words, stretch.start))
      codings.forEach((coding, index) => {
        const { start, end } = map.span(coding)
        const look = lookIn(index % DEPTHS, colourOf(coding.codeId), coding.polarity)
        const range = rangeIn(root, {
          start: Math.max(0, start - stretch.start),
          end: Math.min(words.length, end - stretch.start),
        })
        if (range === null) return
        const highlight = highlightOf(keyOf(look), look)
        highlight.add(range)
        painted.push([highlight, range])
      })
    },
    dispose: clear,
  }
}

/** The range of the editor's page that holds [start, end) of its words; null where that is nothing. */
function rangeIn(root: HTMLElement, { start, end }: { start: number; end: number }): Range | null {
  if (start >= end) return null
  const range = document.createRange()
  let at = 0
  let isBegun = false
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) {
      at++
      continue
    }
    if (!(node instanceof Text)) continue
    const next = at + node.length
    if (!isBegun && start < next) {
      range.setStart(node, Math.max(0, start - at))
      isBegun = true
    }
    if (isBegun && end <= next) {
      range.setEnd(node, Math.max(0, end - at))
      return range
    }
    at = next
  }
  return null
}
