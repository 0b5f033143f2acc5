import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finderFor } from '../../../shared/search/find-in-text.ts'
import { foldPiece } from '../../../shared/search/fold-table.ts'
import { foldQuery } from '../../../shared/search/fold-text.ts'
import { patternFault, type SearchPattern } from '../../../shared/search/pattern.ts'
import { searchedText, TEXT } from './searched-text.ts'

function pattern(text: string, more: Partial<SearchPattern> = {}): SearchPattern {
  return { text, mode: 'text', matchCase: false, ...more }
}

function found(text: string, sought: SearchPattern, language?: string, wordCount: number | null = null): string[] {
  return [...finderFor(sought, wordCount).findIn(searchedText(text, language))].map(({ start, end }) =>
    text.slice(start, end),
  )
}

/**
 * The same the slow way: the text as its grapheme clusters, each folded by itself; a hit is a row of them in which the
 * needle stands, from the one in which it begins to the one in which it ends.
 */
function oracle(text: string, needle: string, keepCase: boolean): [number, number][] {
  const clusters = [...new Intl.Segmenter('und').segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
    folded: foldPieces(segment, keepCase),
  }))
  const folded = clusters.map((cluster) => cluster.folded).join('')
  const units = clusters.flatMap((cluster, index) => new Array<number>(cluster.folded.length).fill(index))
  const hits: [number, number][] = []
  let last = 0
  for (let at = 0; needle !== '' && at + needle.length <= folded.length; at++) {
    if (!folded.startsWith(needle, at)) continue
    const start = clusters[units[at]!]!.start
    const end = clusters[units[at + needle.length - 1]!]!.end
    if (start < last) continue
    hits.push([start, end])
    last = end
  }
  return hits
}

function foldPieces(cluster: string, keepCase: boolean): string {
  const pieces = cluster.match(/\n|[^\n\p{M}]?[\p{M}\uff9e\uff9f\u1100-\u11ff]*/gu) ?? []
  return pieces.map((piece) => foldPiece(piece, keepCase)).join('')
}

describe('plain words', () => {
  test('are found as by brute force, whatever characters they are made of', () => {
    const piece = fc.tuple(TEXT, fc.nat(14), fc.integer({ min: 1, max: 4 }), fc.boolean())
    fc.assert(
      fc.property(piece, TEXT, ([text, at, length, keepCase], other) => {
        const points = [...text]
        for (const sought of [points.slice(at, at + length).join(''), [...other].slice(0, 2).join('')]) {
          const needle = foldQuery(sought.trim(), keepCase)
          const hits = [...finderFor(pattern(sought, { matchCase: keepCase })).findIn(searchedText(text))]
          expect(hits.map(({ start, end }) => [start, end])).toEqual(oracle(text, needle, keepCase))
        }
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['我们信任他，信任。', '信任', ['信任', '信任']],
    ['ＡＢ商店 ab', 'ab', ['ＡＢ', 'ab']],
    ['Straße STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['ΟΔΟΣ οδος', 'οδοσ', ['ΟΔΟΣ', 'οδος']],
    ['Cafe\u0301 Café', 'café', ['Cafe\u0301', 'Café']],
    ['一家👨‍👩‍👧人', '👩', ['👨‍👩‍👧']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['nothing', '   ', []],
  ])('in %s, %s finds %j', (text, sought, expected) => {
    expect(found(text, pattern(sought))).toEqual(expected)
  })

  test('with case, only the same case', () => {
    expect(found('Cut cut ＣＵＴ', pattern('CUT', { matchCase: true }))).toEqual(['ＣＵＴ'])
  })
})

describe('whole words', () => {
  const words = (text: string, sought: string, language?: string, count: number | null = null) =>
    found(text, pattern(sought, { mode: 'words' }), language, count)

  test('do not begin or end within another word', () => {
    expect(words("art, party; art. Art's don't", 'art')).toEqual(['art', 'art'])
    expect(words("don't do it", 'do')).toEqual(['do'])
    expect(words('naïve naive', 'naïve')).toEqual(['naïve'])
  })

  test('are told by a dictionary where there are no spaces', () => {
    expect(words('人民代表大会', '民代', 'zh-CN')).toEqual([])
    expect(words('我们在北京大学', '北京', 'zh-CN')).toEqual(words('我们在北京大学', '北京', 'zh-CN'))
    expect(words('村里修路，修路的人', '修路', 'zh-CN').length).toBeGreaterThan(0)
    expect(words('ฉันรักเธอ', 'รัก', 'th')).toEqual(['รัก'])
  })

  test('are as many as were counted', () => {
    expect(words('the road, the road to town', 'the road', 'en', 2)).toEqual(['the road', 'the road'])
    expect(words('the road', 'the road', 'en', 1)).toEqual([])
  })

  test('cover whole words only, in any text', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (text, sought) => {
        for (const hit of finderFor(pattern(sought, { mode: 'words' })).findIn(searchedText(text, 'zh')))
          for (const { index, segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text))
            if (isWordLike === true && /^[\p{Script=Han}]+$/u.test(segment)) {
              const isApart = index >= hit.end || index + segment.length <= hit.start
              const isInside = index >= hit.start && index + segment.length <= hit.end
              expect(isApart || isInside).toBe(true)
            }
      }),
    )
  })
})

describe('regular expressions', () => {
  const regex = (text: string, sought: string, matchCase = false) =>
    found(text, pattern(sought, { mode: 'regex', matchCase }))

  test('see letters of any width and case, and lines', () => {
    expect(regex('没签字，没有签字，签字', '没(有)?签字')).toEqual(['没签字', '没有签字'])
    expect(regex('Ａ1 a１', '^a\\d', false)).toEqual(['Ａ1'])
    expect(regex('one\ntwo', '^\\w+$')).toEqual(['one', 'two'])
    expect(regex('Cut', 'cut', true)).toEqual([])
  })

  test('never find nothing', () => {
    expect(regex('aab', 'a*')).toEqual(['aa'])
    expect(regex('abc', '(?=b)')).toEqual([])
  })

  test('find whole characters, even where they say half of one', () => {
    expect(regex('👨‍👩‍👧!', '👨')).toEqual(['👨‍👩‍👧'])
    expect(regex('𠮷家', '.家')).toEqual(['𠮷家'])
  })

  test.each([
    ['(没签', 'unterminatedGroup', 0],
    ['没签)', 'unmatchedParenthesis', 2],
    ['[没签', 'unterminatedClass', 0],
    ['*签', 'nothingToRepeat', 0],
    ['a|+b', 'nothingToRepeat', 2],
    ['签\\', 'backslashAtEnd', 1],
    ['[z-a]', 'rangeOrder', null],
    ['a{2,1}', 'numberOrder', null],
    ['\\p{Foo}', 'invalidProperty', null],
    ['a{', 'loneBracket', null],
  ] as const)('%s is refused, and where', (text, problem, position) => {
    expect(patternFault(pattern(text, { mode: 'regex' }))).toEqual({ problem, position })
  })

  test('a pattern is only read as one where it is meant as one', () => {
    expect(patternFault(pattern('('))).toBeNull()
    expect(patternFault(pattern('(?:a|b)+', { mode: 'regex' }))).toBeNull()
  })
})
