// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildText } from '../../../renderer/reader/build-text.ts'
import type { BuiltText } from '../../../renderer/reader/build-text.ts'
import { readSelection, snapped, spanOf, writeSelection } from '../../../renderer/reader/reading-selection.ts'
import { offsetOf, positionOf } from '../../../renderer/reader/text-dom.ts'
import type { TurnRow } from '../../../shared/contract/document.ts'
import { snapToGraphemes } from '../../../shared/text/graphemes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { span } from '../../../shared/text/span.ts'
import { unicodeText } from '../text/unicode.ts'

function turnsOf(text: string): TurnRow[] {
  const turns: TurnRow[] = []
  for (const found of text.matchAll(/^(\[T\d+\] .*?：)(.*)$/gmu)) {
    turns.push({
      id: turns.length + 1,
      ref: `T0${turns.length + 1}`,
      start: utf16(found.index),
      speechStart: utf16(found.index + (found[1]?.length ?? 0)),
      end: utf16(found.index + found[0].length),
      speakerId: 1,
    })
  }
  return turns
}

function built(text: string, turns: readonly TurnRow[] = turnsOf(text)): BuiltText {
  const root = document.createElement('div')
  document.body.replaceChildren(root)
  const speakers = [{ id: 1, label: 'F5', kind: 'respondent', caseId: null, caseName: null, role: null } as const]
  return buildText(root, { text, language: 'zh-CN', turns, speakers })
}

const INTERVIEW = '[T01] 访谈者：修路那事？\n[T02] F5：贴了张单子👍🏽。\n\n没签。\n'

describe('the text in the reader', () => {
  it('is the stored text, paragraph by paragraph, for any text', () => {
    fc.assert(
      fc.property(unicodeText(), (text) => {
        const dom = built(text)
        expect(dom.paragraphs.map((paragraph) => paragraph.textContent).join('\n')).toBe(text)
      }),
    )
  })

  it('sets references and labels apart without changing a character', () => {
    const dom = built(INTERVIEW)
    expect(dom.paragraphs[1]?.querySelector('.reader-ref')?.textContent).toBe('[T02] ')
    expect(dom.paragraphs[1]?.querySelector('.reader-label')?.textContent).toBe('F5：')
    expect(dom.paragraphs.map((paragraph) => paragraph.textContent).join('\n')).toBe(INTERVIEW)
    expect(dom.paragraphs.map((paragraph) => paragraph.className)).toEqual([
      'reader-p in-turn is-respondent opens-turn',
      'reader-p in-turn is-respondent opens-turn',
      'reader-p',
      'reader-p',
      'reader-p',
    ])
  })

  it('names the language of the document, and lets each paragraph find its own direction', () => {
    const dom = built('שלום')
    expect(dom.root.lang).toBe('zh-CN')
    expect(dom.paragraphs[0]?.dir).toBe('auto')
  })

  it('cuts a long text into chunks without gaps', () => {
    const dom = built(Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n'))
    expect(dom.chunks.map((chunk) => chunk.endParagraph - chunk.firstParagraph)).toEqual([40, 40, 20])
    expect(dom.chunks.map((chunk) => chunk.start).slice(1)).toEqual(dom.chunks.map((chunk) => chunk.end).slice(0, -1))
  })
})

describe('offsets and DOM positions', () => {
  it('lead back to each other at every offset, on both sides', () => {
    fc.assert(
      fc.property(unicodeText(), (text) => {
        const dom = built(text)
        for (let offset = 0; offset <= text.length; offset++) {
          for (const side of ['start', 'end'] as const) {
            const position = positionOf(dom, utf16(offset), side)
            expect(offsetOf(dom, position.node, position.offset)).toBe(offset)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('begin in the node that begins there, and end in the node that ends there', () => {
    const dom = built(INTERVIEW)
    const speech = utf16(INTERVIEW.indexOf('贴'))
    expect(positionOf(dom, speech, 'start').node.textContent).toBe('贴了张单子👍🏽。')
    expect(positionOf(dom, speech, 'end').node.textContent).toBe('F5：')
  })

  it('take a selection that ends at the next block as ending at that block’s start', () => {
    const dom = built(INTERVIEW)
    const third = dom.paragraphs[2]!
    const start = INTERVIEW.indexOf('\n\n') + 1
    expect(offsetOf(dom, third, 0)).toBe(start)
    expect(offsetOf(dom, dom.chunkElements[0]!, 2)).toBe(start)
    expect(offsetOf(dom, dom.root, 0)).toBe(0)
    expect(offsetOf(dom, dom.root, dom.root.childNodes.length)).toBe(INTERVIEW.length)
    expect(offsetOf(dom, document.body, 1)).toBe(INTERVIEW.length)
  })

  it('count text in element nodes', () => {
    const dom = built(INTERVIEW)
    const first = dom.paragraphs[0]!
    expect(offsetOf(dom, first, 1)).toBe('[T01] '.length)
    expect(offsetOf(dom, first, 2)).toBe('[T01] 访谈者：'.length)
    expect(offsetOf(dom, first, 3)).toBe(INTERVIEW.indexOf('\n'))
    expect(offsetOf(dom, first.firstElementChild!, 1)).toBe('[T01] '.length)
  })

  it('refuse what lies outside the text', () => {
    expect(() => positionOf(built('ab'), utf16(3), 'start')).toThrow(RangeError)
  })
})

describe('selections', () => {
  it('come back from the browser as they were written, forwards and backwards', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), fc.nat(), (text, one, other) => {
        const dom = built(text)
        const wanted = { anchor: utf16(one % (text.length + 1)), focus: utf16(other % (text.length + 1)) }
        const selection = document.getSelection()
        writeSelection(dom, selection, wanted)
        expect(readSelection(dom, selection)).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })

  it('are the snapped span whichever way they were drawn', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), fc.nat(), (text, one, other) => {
        const anchor = utf16(one % (text.length + 1))
        const focus = utf16(other % (text.length + 1))
        const forward = snapped(text, { anchor, focus })
        const backward = snapped(text, { anchor: focus, focus: anchor })
        expect(spanOf(forward)).toEqual(spanOf(backward))
        if (anchor !== focus) {
          expect(spanOf(forward)).toEqual(snapToGraphemes(text, span(Math.min(anchor, focus), Math.max(anchor, focus))))
        }
        expect(snapped(text, forward)).toEqual(forward)
      }),
    )
  })

  it('widen to the whole character when they end inside a surrogate pair or a family', () => {
    const text = '我👨‍👩‍👧字'
    expect(snapped(text, { anchor: utf16(0), focus: utf16(2) })).toEqual({ anchor: 0, focus: text.length - 1 })
    expect(snapped(text, { anchor: utf16(text.length), focus: utf16(4) })).toEqual({ anchor: text.length, focus: 1 })
  })

  it('are nothing of ours when they begin elsewhere', () => {
    const dom = built('abc')
    const outside = document.createElement('p')
    outside.textContent = 'menu'
    document.body.append(outside)
    document.getSelection()?.selectAllChildren(outside)
    expect(readSelection(dom, document.getSelection())).toBeNull()
  })
})
