import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { span } from '../../../shared/text/span.ts'
import { attributeOptions, matchingOptions, typedChange } from '../../../renderer/features/coding/attribute-options.ts'
import type { AttributeSource } from '../../../renderer/features/coding/attribute-options.ts'
import { actorName, signsOf } from '../../../renderer/features/coding/coding-attributes.ts'
import { edgesOf } from '../../../renderer/features/coding/edges-of.ts'
import { isFiltering, PAINT_ALL, painted, toggled } from '../../../renderer/features/coding/paint-filter.ts'
import { steppedEnd, withEnd } from '../../../renderer/reader/resize-passage.ts'
import { builtInFile } from '../framework/built-in.ts'
import { unicodeText } from '../text/unicode.ts'
import { coding } from './coding-rows.ts'

const BUILT_IN = builtInFile().framework

describe('an end of a passage', () => {
  const text = 'They asked us. 我们几户没签，凑了车去县里😀。'
  const source = { text, language: 'en', turns: [] }
  const passage = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length)
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

  it('goes out and in by words, and takes no white space along', () => {
    const asked = passage('asked')
    expect(words(steppedEnd(source, asked, 'end', 'out', 'word'))).toBe('asked us')
    expect(words(steppedEnd(source, asked, 'start', 'out', 'word'))).toBe('They asked')
    expect(words(steppedEnd(source, passage('They asked us'), 'start', 'in', 'word'))).toBe('asked us')
    expect(words(steppedEnd(source, passage('They asked us'), 'end', 'in', 'word'))).toBe('They asked')
  })

  it('goes out by sentences, in Chinese too', () => {
    expect(words(steppedEnd(source, passage('几户'), 'end', 'out', 'sentence'))).toBe('几户没签，凑了车去县里😀。')
    expect(words(steppedEnd(source, passage('凑了车'), 'start', 'out', 'sentence'))).toBe('我们几户没签，凑了车')
  })

  it('goes over a speaker’s label, not into it', () => {
    const talk = 'F5：签字。\nQ：后来？\nF5：开会'
    const turn = (label: string, from = 0) => {
      const start = talk.indexOf(label, from)
      return { start: utf16(start), speechStart: utf16(start + label.length) }
    }
    const interview = { text: talk, language: 'zh-CN', turns: [turn('F5：'), turn('Q：'), turn('F5：', 5)] }
    const place = span(talk.indexOf('后来'), talk.indexOf('后来') + 2)
    const cut = ({ start, end }: { start: number; end: number }) => talk.slice(start, end)
    expect(cut(steppedEnd(interview, place, 'start', 'out', 'word'))).toBe('签字。\nQ：后来')
    expect(cut(steppedEnd(interview, place, 'end', 'out', 'word'))).toBe('后来？\nF5：开会')
    const first = span(talk.indexOf('签字'), talk.indexOf('签字') + 2)
    expect(steppedEnd(interview, first, 'start', 'out', 'word')).toEqual(first)
  })

  it('leaves the last word where it is', () => {
    expect(steppedEnd(source, passage('asked'), 'start', 'in', 'word')).toEqual(passage('asked'))
    expect(steppedEnd(source, passage('asked'), 'end', 'in', 'word')).toEqual(passage('asked'))
  })

  it('never cuts a character, never lets the passage vanish, and leaves the other end alone', () => {
    const cases = unicodeText().chain((generated) =>
      fc.tuple(
        fc.constant(generated),
        fc.nat(generated.length),
        fc.nat(generated.length),
        fc.nat(generated.length),
        fc.constantFrom('start' as const, 'end' as const),
      ),
    )
    fc.assert(
      fc.property(cases, ([generated, x, y, offset, end]) => {
        const before = codableSpan(generated, span(Math.min(x, y), Math.max(x, y)))
        if (before === null) return
        const after = withEnd(generated, before, end, utf16(offset))
        expect(after.start).toBeLessThan(after.end)
        expect(codableSpan(generated, after)).toEqual(after)
        // White space next to the other end is given up with it, and only then does it move.
        const other = end === 'start' ? 'end' : 'start'
        const between = generated.slice(Math.min(before[other], after[other]), Math.max(before[other], after[other]))
        expect(between.trim()).toBe('')
      }),
    )
  })
})

describe('what is painted', () => {
  const codes = [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
    { id: 4, parentId: null },
  ] satisfies Pick<CodeRow, 'id' | 'parentId'>[]
  const shown = (filter: Partial<typeof PAINT_ALL>) =>
    [1, 2, 3, 4].filter((codeId) => painted({ ...PAINT_ALL, ...filter }, codes)(coding(1, 0, 1, { codeId })))

  it('is everything at first', () => {
    expect(isFiltering(PAINT_ALL)).toBe(false)
    expect(shown({})).toEqual([1, 2, 3, 4])
  })

  it('leaves out a code with all below it', () => {
    expect(shown({ hiddenCodes: [2] })).toEqual([1, 4])
  })

  it('is one code with all below it, less what is hidden', () => {
    expect(shown({ onlyCodeId: 1, hiddenCodes: [3] })).toEqual([1, 2])
  })

  it('leaves out coders and polarities', () => {
    const test = painted({ ...PAINT_ALL, hiddenCoders: [2], hiddenPolarities: ['negated'] }, codes)
    expect(test(coding(1, 0, 1))).toBe(true)
    expect(test(coding(1, 0, 1, { coderId: 2 }))).toBe(false)
    expect(test(coding(1, 0, 1, { polarity: 'negated' }))).toBe(false)
  })

  it('hides nothing because of a code that has been deleted, and nothing under a code not yet heard of', () => {
    expect(shown({ onlyCodeId: 99, hiddenCodes: [98] })).toEqual([1, 2, 3, 4])
    expect(painted({ ...PAINT_ALL, hiddenCodes: [1] }, codes)(coding(1, 0, 1, { codeId: 77 }))).toBe(true)
  })

  it('takes a value into a list once, and out of it', () => {
    expect(toggled([1], 2, true)).toEqual([1, 2])
    expect(toggled([1, 2], 2, true)).toEqual([1, 2])
    expect(toggled([1, 2], 2, false)).toEqual([1])
  })
})

describe('signs in the margin', () => {
  const references = {
    villages: new Map([
      [5, 'LW 柳湾'],
      [6, 'Nameless'],
    ]),
    affairs: new Map([[7, '修路']]),
  }

  it('a plain coding has none', () => {
    expect(signsOf(coding(1, 0, 1), references, false)).toBe('')
  })

  it('each attribute has its own, in one order; the village by its short code where it has one', () => {
    const full = coding(1, 0, 1, {
      polarity: 'negated',
      evidence: 'hearsay',
      certainty: 3,
      actor: 'township',
      referentCaseId: 5,
      affairId: 7,
      eventTime: '2022',
    })
    expect(signsOf(full, references, true)).toBe('¬”?③@→LW#◷✎')
    expect(signsOf(coding(1, 0, 1, { referentCaseId: 6 }), references, false)).toBe('→')
  })

  it('no two say the same', () => {
    const all = [
      coding(1, 0, 1, { polarity: 'negated' }),
      coding(1, 0, 1, { polarity: 'hypothetical' }),
      coding(1, 0, 1, { evidence: 'other' }),
      coding(1, 0, 1, { evidence: 'hearsay' }),
      ...([1, 2, 3] as const).map((certainty) => coding(1, 0, 1, { certainty })),
      coding(1, 0, 1, { actor: 'x' }),
      coding(1, 0, 1, { referentCaseId: 6 }),
      coding(1, 0, 1, { affairId: 7 }),
      coding(1, 0, 1, { eventTime: 'x' }),
    ].map((row) => signsOf(row, references, false))
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('attributes', () => {
  const source: AttributeSource = {
    references: { villages: [{ id: 5, name: 'LW 柳湾' }], affairs: [{ id: 7, name: '修路' }] },
    used: { actors: ['township', '包工头'], eventTimes: ['2022'] },
    framework: BUILT_IN,
    language: 'zh-CN',
    words: { polarity: String, evidence: String, certainty: String, none: '–' },
  }

  it('actors: the framework’s by their names in the language, then what was written before, each once', () => {
    const labels = attributeOptions('actor', source).map(({ label }) => label)
    expect(labels).toEqual(['–', '驻村干部', '村两委', '乡镇', '农民', '包工头'])
    expect(actorName('township', BUILT_IN, 'en')).toBe('Township')
  })

  it('a name of the framework is stored as its id, in whichever language it is typed; other words as they are', () => {
    expect(typedChange('actor', ' 乡镇 ', BUILT_IN)).toEqual({ actor: 'township' })
    expect(typedChange('actor', 'TOWNSHIP', BUILT_IN)).toEqual({ actor: 'township' })
    expect(typedChange('actor', '包工头', BUILT_IN)).toEqual({ actor: '包工头' })
    expect(typedChange('affair', '  ', BUILT_IN)).toEqual({ affair: null })
  })

  it('are found by any part of their words', () => {
    expect(matchingOptions(attributeOptions('referent', source), '柳').map(({ label }) => label)).toEqual(['LW 柳湾'])
    expect(matchingOptions(attributeOptions('affair', source), '').length).toBe(2)
  })
})

it('a long passage is named by its first and last words, cut between characters', () => {
  expect(edgesOf('short')).toBe('short')
  expect(edgesOf(`${'👨‍👩‍👧'.repeat(40)}\nend`)).toBe(`${'👨‍👩‍👧'.repeat(12)}…${'👨‍👩‍👧'.repeat(8)} end`)
})
