import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SegmentRow } from '../../../shared/contract/segment.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { StretchRow } from '../../../renderer/features/evidence/group-evidence.ts'
import {
  groupEvidence,
  languageOfQuote,
  lineAfter,
  lineBefore,
  markedPieces,
} from '../../../renderer/features/evidence/group-evidence.ts'

function segment(id: number, documentId: number, start: number, end: number): SegmentRow {
  return {
    coding: {
      ...{ id, documentId, codeId: 1, coderId: 1, polarity: 'affirmed', evidence: 'self' },
      ...{ start: utf16(start), end: utf16(end) },
      ...{ actor: null, referentCaseId: null, affairId: null, eventTime: null, certainty: null },
    },
    document: `D${documentId}`,
    ...{ village: 'V', wave: '1', turnRef: 'T01', speaker: 'F1', role: null, before: '', quote: 'q', after: '' },
  }
}

function stretch(documentId: number, start: number, end: number): StretchRow {
  const place = { documentId, start: utf16(start), end: utf16(end), document: `D${documentId}` }
  return { ...place, village: 'V', wave: '1', turnRef: 'T01', text: 'x'.repeat(end - start) }
}

describe('quotations in order', () => {
  it('puts passages into the episodes that hold them, and the others between', () => {
    const groups = groupEvidence(
      [segment(1, 7, 0, 5), segment(2, 7, 12, 15), segment(3, 9, 0, 4)],
      [stretch(7, 10, 20)],
    )
    expect(groups.map(({ document }) => document)).toEqual(['D7', 'D9'])
    expect(groups[0]?.entries.map((entry) => entry.kind)).toEqual(['segment', 'stretch'])
    const [, episode] = groups[0]?.entries ?? []
    expect(episode?.kind === 'stretch' && episode.segments.map(({ coding }) => coding.id)).toEqual([2])
  })

  it('keeps an episode without passages, also in a document without any', () => {
    const [group] = groupEvidence([], [stretch(4, 0, 9)])
    expect(group?.documentId).toBe(4)
    expect(group?.entries).toHaveLength(1)
  })

  it('loses no passage', () => {
    const spans = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
    fc.assert(
      fc.property(spans, spans, (passages, episodes) => {
        const segments = passages.map(([start, length], id) => segment(id + 1, 1, start, start + length))
        const stretches = episodes.map(([start, length]) => stretch(1, start, start + length))
        const shown = groupEvidence(segments, stretches).flatMap(({ entries }) =>
          entries.flatMap((entry) => (entry.kind === 'stretch' ? entry.segments : [entry.segment])),
        )
        expect(new Set(shown.map(({ coding }) => coding.id))).toEqual(new Set(segments.map(({ coding }) => coding.id)))
      }),
    )
  })
})

describe('the words of an episode', () => {
  it('are cut where passages begin and end, overlapping ones as one mark', () => {
    expect(
      markedPieces('abcdefgh', 100, [
        { start: 102, end: 104 },
        { start: 103, end: 105 },
        { start: 90, end: 101 },
        { start: 107, end: 200 },
      ]),
    ).toEqual([
      { text: 'a', isMarked: true },
      { text: 'b', isMarked: false },
      { text: 'cde', isMarked: true },
      { text: 'fg', isMarked: false },
      { text: 'h', isMarked: true },
    ])
  })

  it('stay whole, and exactly the words of passages are marked', () => {
    const spans = fc.array(fc.record({ start: fc.nat(30), end: fc.nat(30) }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.nat(10), spans, (text, start, marks) => {
        const pieces = markedPieces(text, start, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const wanted = Array.from({ length: text.length }, (_, at) =>
          marks.some((mark) => mark.start <= start + at && start + at < mark.end),
        )
        const marked = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.isMarked))
        expect(marked).toEqual(wanted)
      }),
    )
  })

  it('carry context of their own paragraph only', () => {
    expect(lineBefore('last of one.\n[T04] F5：')).toBe('[T04] F5：')
    expect(lineAfter('。\n[T05]')).toBe('。')
  })

  it('are set as Chinese where they are', () => {
    expect(languageOfQuote('先打井 first')).toBe('zh-CN')
    expect(languageOfQuote('dig the well')).toBeUndefined()
  })
})
