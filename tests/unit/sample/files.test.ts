import { describe, expect, it } from 'vitest'
import { buildSample, parseMarks } from '../../../scripts/build-sample.ts'
import { recogniseTranscript } from '../../../shared/text/transcript/recognise.ts'
import { builtInFile } from '../framework/built-in.ts'
import { answerKey } from './answer-key.ts'
import { endOf, startOf } from './count-cells.ts'
import { sampleDirectory, sampleFile, sampleFiles, sampleTable, transcriptOf, turnsOf } from './sample-files.ts'

const originals = Object.keys(answerKey)
const documents = originals.flatMap((name) => [name, `${name}.en`])
const segments = sampleTable('segments.csv')

describe('the committed files of the sample study', () => {
  it('are what the sources generate, and nothing else', () => {
    const built = buildSample(sampleDirectory)
    const transcripts = [...built.keys()].filter((name) => name.startsWith('transcripts/'))
    expect(sampleFiles('transcripts').map((name) => `transcripts/${name}`)).toEqual(transcripts.sort())
    for (const [name, content] of built) expect(sampleFile(name), name).toBe(content)
  })

  it('hold one Chinese original and one English parallel per interview', () => {
    expect(sampleFiles('transcripts').length).toBe(44)
    for (const name of documents) expect(transcriptOf(name).startsWith('# FICTIONAL DEMO 虚构演示\n'), name).toBe(true)
  })

  it('have plain UTF-8 text with LF ends', () => {
    for (const name of documents) expect(transcriptOf(name), name).not.toMatch(/\r|\uFEFF|\uFFFD|[{}‖]/u)
    expect(sampleFile('segments.csv') + sampleFile('episodes.csv')).not.toMatch(/\r|\uFEFF/u)
  })
})

describe('the markup of the sources', () => {
  it('nests, crosses and counts in code points', () => {
    expect(parseMarks('老𠮷{M.R2#1:一{P.G~other,c2:二}#1三}')).toEqual({
      speech: '老𠮷一二三',
      marks: [
        { code: 'M.R2', attributes: [], start: 2, end: 4 },
        { code: 'P.G', attributes: ['other', 'c2'], start: 3, end: 5 },
      ],
    })
  })

  it('is refused where it is not closed, closes nothing or marks nothing', () => {
    for (const marked of ['{M.A:一', '一}', '{M.A:}一', '{一', '{M.A#1:一}']) {
      expect(() => parseMarks(marked), marked).toThrow()
    }
  })
})

describe('the transcripts', () => {
  it('are recognised with header, turns and speakers', () => {
    for (const name of documents) {
      const [, village, respondent, wave] = /^(\w+)-(\w+)-w(\d)/u.exec(name) ?? []
      const english = name.endsWith('.en')
      const { header, turns, speakers } = recogniseTranscript(transcriptOf(name))
      expect(header, name).toMatchObject({
        document: name,
        respondent,
        wave,
        role: respondent?.startsWith('F') ? 'farmer' : respondent?.startsWith('K') ? 'committee' : 'cadre',
        parallelOf: english ? name.slice(0, -3) : null,
      })
      expect(header?.village?.startsWith(`${village} `), name).toBe(true)
      expect(header?.language?.slice(0, 2), name).toBe(english ? 'en' : 'zh')
      expect(header?.consent, name).toMatch(/^quote=(yes|no) share=(yes|no)$/u)
      expect(speakers.map(({ label }) => label).sort(), name).toEqual(
        [english ? 'Interviewer' : '访谈者', respondent].sort(),
      )
      expect(
        turns.map(({ ref }) => ref),
        name,
      ).toEqual(turnsOf(transcriptOf(name)).map(({ ref }) => ref))
    }
  })

  it('have the same turns by the same speakers in both languages', () => {
    const order = (name: string) =>
      turnsOf(transcriptOf(name)).map(({ ref, speaker }) => `${ref} ${speaker.replace(/访谈者|Interviewer/u, '?')}`)
    for (const name of originals) expect(order(`${name}.en`), name).toEqual(order(name))
  })

  it('are as long as planned', () => {
    for (const name of originals) {
      const turns = turnsOf(transcriptOf(name))
      const characters =
        turns
          .map(({ speech }) => speech)
          .join('')
          .match(/\p{Script=Han}/gu)?.length ?? 0
      const [fewest, most] = name === 'SG-F7-w1' ? [2000, 2500] : [500, 900]
      expect(characters, name).toBeGreaterThanOrEqual(fewest)
      expect(characters, name).toBeLessThanOrEqual(most)
      expect(turns.length, name).toBeGreaterThanOrEqual(name === 'SG-F7-w1' ? 48 : 12)
      expect(turns.length, name).toBeLessThanOrEqual(name === 'SG-F7-w1' ? 52 : 20)
    }
  })
})

describe('segments.csv', () => {
  it('gives offsets in code points that cut out exactly the quoted text', () => {
    const points = new Map(documents.map((name) => [name, [...transcriptOf(name)]]))
    for (const row of segments) {
      const cut = points.get(row['doc_id'] ?? '')?.slice(startOf(row), endOf(row))
      expect(cut?.join(''), `${row['doc_id']} ${row['turn_id']}`).toBe(row['text'])
    }
  })

  it('codes only what the respondent says, in the turn that it names', () => {
    const spoken = new Map(
      documents.map((name) => [name, new Map(turnsOf(transcriptOf(name)).map((turn) => [turn.ref, turn]))]),
    )
    for (const row of segments) {
      const turn = spoken.get(row['doc_id'] ?? '')?.get(row['turn_id'] ?? '')
      expect(turn?.speaker, row['text']).toBe(/-(\w+)-/u.exec(row['doc_id'] ?? '')?.[1])
      expect(turn?.speech).toContain(row['text'])
    }
  })

  it('uses codable codes of the codebook and known attributes', () => {
    const codable = new Set(
      builtInFile()
        .codes.filter((code) => code.codable)
        .map(({ label }) => label),
    )
    for (const row of segments) {
      expect(codable, row['text']).toContain(row['code_id'])
      expect(['affirmed', 'negated', 'hypothetical']).toContain(row['polarity'])
      expect(['self', 'other', 'hearsay']).toContain(row['source'])
      expect(['', 'resident_cadre', 'village_committee', 'township', 'farmer']).toContain(row['actor'])
      expect(['', 'LW', 'SP', 'SG']).toContain(row['referent_village'])
      expect(['1', '2', '3']).toContain(row['certainty'])
      expect(row['event_time']).toMatch(/^(20\d\d-\d\d)?$/u)
      expect(row['coder']).toBe('示例 Sample')
    }
  })

  it('codes both languages alike', () => {
    const codings = (name: string) =>
      segments
        .filter((row) => row['doc_id'] === name)
        .map(
          ({ turn_id, code_id, polarity, source, actor, referent_village, affair_id, event_time, certainty, memo }) =>
            [
              turn_id,
              code_id,
              polarity,
              source,
              actor,
              referent_village,
              affair_id,
              event_time,
              certainty,
              memo !== '',
            ].join(' '),
        )
        .sort()
    for (const name of originals) expect(codings(`${name}.en`), name).toEqual(codings(name))
  })

  it('shows every family of codes at work', () => {
    const used = new Set(segments.map((row) => row['code_id']))
    for (const code of [
      'I.P',
      'I.S',
      'I.C',
      'I.0',
      'S.+',
      'S.-',
      'E.R.+',
      'E.R.-',
      'E.R.±',
      'E.G.+',
      'E.G.-',
      'E.A.+',
    ]) {
      expect(used).toContain(code)
    }
    expect(segments.filter((row) => row['memo'] !== '').length).toBeGreaterThan(20)
  })
})
