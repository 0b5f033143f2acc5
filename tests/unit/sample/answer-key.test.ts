import { describe, expect, it } from 'vitest'
import { answerKey, outsideKey, reasonKey } from './answer-key.ts'
import { cellOf, codeOf, contains, counts, endOf, overlaps, reasonsOf, startOf, tally } from './count-cells.ts'
import type { Row } from './sample-files.ts'
import { sampleTable, transcriptOf, turnsOf } from './sample-files.ts'

const segments = sampleTable('segments.csv')
const episodes = sampleTable('episodes.csv')
const languages = ['', '.en']

const segmentsOf = (name: string) => segments.filter((row) => row['doc_id'] === name)
const episodesOf = (name: string) => episodes.filter((row) => row['doc_id'] === name)
const cellsOf = (name: string) => episodesOf(name).map((episode) => cellOf(episode, segments))
const isCell = (cell: string) => /^[RA][GDN]$/u.test(cell)

/** The one coding of a document whose text holds `words`, with `code`. */
function coding(name: string, code: string, words: string): Row {
  const found = segmentsOf(name).filter((row) => row['code_id'] === code && row['text']?.includes(words))
  expect(found.length, `${name} ${code} ${words}`).toBe(1)
  return found[0]!
}

/** The cell of the episode around a coding. */
function cellAround(row: Row): string {
  const around = episodes.filter((episode) => contains(episode, row))
  expect(around.length, row['text']).toBe(1)
  return cellOf(around[0]!, segments)
}

describe.each(languages)('the answer key, documents named …%s', (suffix) => {
  it.each(Object.entries(answerKey))('%s has its planned cells', (name, cells) => {
    expect(tally(cellsOf(name + suffix).filter(isCell))).toEqual(cells)
  })

  it('has one reason per episode of non-participation, as planned', () => {
    for (const name of Object.keys(answerKey)) {
      const abstentions = episodesOf(name + suffix).filter((episode) => /^[RA]N$/u.test(cellOf(episode, segments)))
      const reasons = abstentions.map((episode) => reasonsOf(episode, segments).join('+'))
      expect(tally(reasons), name).toEqual(reasonKey[name] ?? {})
    }
  })

  it('explains every episode outside the six cells', () => {
    const outside = Object.keys(answerKey).flatMap((name) =>
      cellsOf(name + suffix)
        .filter((cell) => !isCell(cell))
        .map((cell) => [name, cell]),
    )
    expect(Object.fromEntries(outside)).toEqual(outsideKey)
    expect(outside.length).toBe(3)
  })

  it('finds the contrary reason with F9', () => {
    const cells = episodesOf(`SG-F9-w1${suffix}`).map((episode) => [
      cellOf(episode, segments),
      ...reasonsOf(episode, segments),
    ])
    expect(cells).toEqual([['RN', 'NC'], ['RN', 'NW'], ['RD']])
  })
})

describe('episodes', () => {
  it('do not overlap, end where the text ends, and cut no coding in two', () => {
    for (const episode of episodes) {
      expect(startOf(episode)).toBeLessThan(endOf(episode))
      expect(endOf(episode)).toBeLessThan([...transcriptOf(episode['doc_id'] ?? '')].length)
      expect(episodes.filter((other) => overlaps(episode, other))).toEqual([episode])
      for (const row of segments) if (overlaps(episode, row)) expect(contains(episode, row)).toBe(true)
    }
  })

  it('hold every mobilization and participation that counts', () => {
    for (const row of segments.filter((row) => /^[MP]\./u.test(codeOf(row)))) {
      expect(
        episodes.some((episode) => contains(episode, row)),
        row['text'],
      ).toBe(true)
    }
  })
})

describe('the planted traps', () => {
  const english = (zh: string, en: string, name: string, code: string) => [
    coding(name, code, zh),
    coding(`${name}.en`, code, en),
  ]

  it('1: one talkative respondent turns the pooled share, not the respondent-equal one', () => {
    const respondents = Object.keys(answerKey).filter((name) => name.startsWith('SG-'))
    const shares = respondents.map((name) => tally(cellsOf(name)))
    const totals = shares.map((cells) => Object.values(cells).reduce((sum, n) => sum + n, 0))
    const all = totals.reduce((sum, n) => sum + n, 0)
    const pooled = (cell: string) => shares.reduce((sum, cells) => sum + (cells[cell] ?? 0), 0) / all
    const equal = (cell: string) =>
      shares.reduce((sum, cells, at) => sum + (cells[cell] ?? 0) / (totals[at] ?? 1), 0) / shares.length
    expect(Math.max(...totals) / all).toBeCloseTo(0.553, 3)
    expect(pooled('AD')).toBeCloseTo(0.526, 3)
    expect(equal('RN')).toBeCloseTo(0.744, 3)
    expect(equal('RN') - equal('AD')).toBeCloseTo(0.585, 3)
  })

  it('2: three denials are coded as denials and change no cell', () => {
    for (const row of english('从来没问过我们一句', 'they never once asked us', 'SP-F4-w1', 'M.R')) {
      expect(row['polarity']).toBe('negated')
      expect(cellAround(row)).toBe('AD')
    }
    for (const row of english('不是去不了', "it's not that I can't go", 'LW-F2-w1', 'P.NC')) {
      expect(row['polarity']).toBe('negated')
      expect(cellAround(row)).toBe('AN')
    }
    for (const row of english('没逼谁', 'nobody was forced', 'SP-C4-w1', 'M.A')) {
      expect(row['polarity']).toBe('negated')
      expect(cellAround(row)).toBe('incomplete')
    }
  })

  it('3: what is told of another village is hearsay, and counts nowhere', () => {
    for (const row of english('投票定的', 'over in Liuwan they voted', 'SP-F5-w1', 'P.G')) {
      expect([row['source'], row['referent_village'], counts(row)]).toEqual(['hearsay', 'LW', false])
      expect(cellAround(row)).toBe('AD')
    }
    for (const row of english('三天不签字就停补助', 'sign within three days', 'SG-F8-w1', 'M.A')) {
      expect([row['source'], row['referent_village'], counts(row)]).toEqual(['hearsay', 'SP', false])
      expect(cellAround(row)).toBe('RN')
    }
  })

  it('4: codes cross in one sentence, and one stands inside a wider one', () => {
    for (const suffix of languages) {
      const sentence = segmentsOf(`LW-F1-w2${suffix}`).filter((row) => row['turn_id'] === 'T04')
      expect(sentence.map(codeOf)).toEqual(['M.R2', 'P.G'])
      for (const row of sentence) {
        expect(sentence.filter((other) => overlaps(row, other))).toHaveLength(2)
        expect(sentence.filter((other) => contains(row, other))).toEqual([row])
      }
      const nested = segmentsOf(`SG-C6-w1${suffix}`)
      const wide = nested.filter((row) => row['code_id'] === 'E.A.+')
      const inside = wide.flatMap((outer) => nested.filter((row) => contains(outer, row)))
      expect(inside.map(codeOf)).toEqual(['E.A.+', 'M.R'])
      expect(new Set(inside.map(endOf)).size).toBe(2)
    }
  })

  it('5: both modes in one episode are mixed', () => {
    for (const row of english('先是命令下来', 'first the order came', 'LW-C1-w2', 'M.A'))
      expect(cellAround(row)).toBe('mixed')
    for (const row of english('后来我们挨家去问', 'then we went door to door', 'LW-C1-w2', 'M.R')) {
      expect(cellAround(row)).toBe('mixed')
    }
  })

  it('6: the cells that the typology does not name occur', () => {
    const found = Object.keys(answerKey).flatMap((name) =>
      cellsOf(name)
        .filter((cell) => cell === 'AG' || cell === 'RD')
        .map((cell) => `${name} ${cell}`),
    )
    expect(found).toEqual(['LW-K1-w1 AG', 'SP-C3-w1 AG', 'SP-F5-w1 AG', 'SG-F9-w1 RD'])
  })

  it('7: only the first secretary of Shipo tells of consultation there', () => {
    const claims = segments.filter(
      (row) => /^SP-.*w1$/u.test(row['doc_id'] ?? '') && /^M\.R/u.test(codeOf(row)) && counts(row),
    )
    expect(claims.map((row) => row['doc_id'])).toEqual(['SP-C3-w1', 'SP-C3-w1'])
  })

  it('9: the second wave has the panel of four', () => {
    expect(Object.keys(answerKey).filter((name) => name.endsWith('w2'))).toEqual([
      'LW-C1-w2',
      'LW-F1-w2',
      'LW-F2-w2',
      'LW-F3-w2',
    ])
  })

  it('10: what would be done for pay is hypothetical', () => {
    for (const row of english('要是给工钱我就去', "if they paid labour I'd go", 'SG-F8-w1', 'P.G')) {
      expect(row['polarity']).toBe('hypothetical')
      expect(cellAround(row)).toBe('RN')
    }
  })

  it('11: a leading question full of code words stays uncoded', () => {
    for (const [suffix, words] of [
      ['', /回应性动员.*参与.*能力不足/u],
      ['.en', /responsive mobilization.*capacity deficit/u],
    ] as const) {
      const asked = turnsOf(transcriptOf(`SG-C6-w1${suffix}`)).filter(({ speech }) => words.test(speech))
      expect(asked.map(({ speaker }) => speaker)).toEqual([suffix ? 'Interviewer' : '访谈者'])
      expect(segmentsOf(`SG-C6-w1${suffix}`).filter((row) => row['turn_id'] === asked[0]?.ref)).toEqual([])
    }
  })

  it('12: there are formula-like turns, a name in running text, wide characters and both colons', () => {
    const spoken = (name: string) => turnsOf(transcriptOf(name)).map(({ speech }) => speech)
    for (const suffix of languages) {
      expect(spoken(`SP-F6-w1${suffix}`).filter((speech) => speech.startsWith('='))).toHaveLength(1)
      expect(spoken(`LW-F3-w1${suffix}`).filter((speech) => speech.startsWith('-'))).toHaveLength(1)
      expect(coding(`LW-F2-w2${suffix}`, 'T.3', '𠮷')['text']).toContain('𠮷')
      expect(coding(`SP-F4-w1${suffix}`, 'M.A', '🙏')['text']).toContain('🙏')
      expect(transcriptOf(`SP-F6-w1${suffix}`)).toContain('👍')
    }
    expect(transcriptOf('SP-F5-w1')).toMatch(/\p{Script=Han}张三\p{Script=Han}/u)
    expect(transcriptOf('SP-F6-w1')).toContain('] F6:')
    expect(transcriptOf('SP-C4-w1')).toMatch(/访谈者：[^]*C4:/u)
    expect(transcriptOf('SP-F5-w1')).toContain('] F5：')
  })

  it('the mechanism is told in order: asked first, then taken part in, then resources found', () => {
    const links = segments.filter((row) => row['doc_id']?.endsWith('w2') && codeOf(row).startsWith('T.'))
    expect(tally(links.map(codeOf))).toEqual({ 'T.1': 2, 'T.2': 1, 'T.3': 1 })
  })
})
