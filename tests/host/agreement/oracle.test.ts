import { describe, expect, test } from 'vitest'
import { countsOf } from '../../../shared/agreement/category-counts.ts'
import { pairTable } from '../../../shared/agreement/code-agreement.ts'
import { congerKappa } from '../../../shared/agreement/conger-kappa.ts'
import { gwetAc } from '../../../shared/agreement/gwet-ac.ts'
import { krippendorffAlpha } from '../../../shared/agreement/krippendorff-alpha.ts'
import { percentAgreement } from '../../../shared/agreement/percent-agreement.ts'
import { setAlpha } from '../../../shared/agreement/set-alpha.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { seeded } from '../../performance/random.ts'
import { rowOf, study, talk, type Coded } from './coded-study.ts'

/** Ratings made the long way: an entry for each character of each answer, read from the rows of the file. */

const CODERS = ['Ana', 'Ben', 'Cai']
const TEXTS = [talk('R1', 'SP'), talk('R2', 'SG'), talk('R3', 'SG')]

async function codeAtRandom(coded: Coded, seed: number): Promise<void> {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  const codeIds = Object.values(coded.codes)
  for (let made = 0; made < 60; made++) {
    // The third coder did not work on the third interview.
    const coder = below(3)
    const transcript = coded.transcripts[below(coder === 2 ? 2 : 3)]!
    const start = below(transcript.text.length - 25)
    coded.host.signInAs(CODERS[coder]!)
    await coded.host.call('coding.apply', {
      documentId: transcript.id,
      revisionId: transcript.revisionId,
      range: { start: utf16(start), end: utf16(start + 12 + below(13)) },
      codeIds: [codeIds[below(codeIds.length)]!],
    })
  }
}

interface Answer {
  /** Per coder, per character, the codes above it, with those they belong to. null: did not work on it. */
  readonly coders: readonly (readonly ReadonlySet<number>[] | null)[]
}

async function answersOf(coded: Coded, withParents: boolean): Promise<Answer[]> {
  const byName = await coded.ids()
  const { db } = coded.host.study
  const parents = new Map(db.rows<[number, number | null]>('SELECT id, parent_id FROM code'))
  return coded.transcripts.flatMap(({ id }) => {
    const texts = CODERS.map((name) => {
      const rows = db.rows<[number, number, number]>(
        'SELECT start, "end", code_id FROM coding WHERE document_id = ? AND coder_id = ?',
        id,
        byName.get(name)!,
      )
      return rows.length === 0 ? null : rows
    })
    const turns = db.rows<[number, number]>(
      `SELECT t.speech_start, t."end" FROM turn t JOIN speaker s ON s.id = t.speaker_id
       WHERE t.document_id = ? AND s.kind = 'respondent' ORDER BY t.start`,
      id,
    )
    return turns.map(([from, to]) => ({
      coders: texts.map(
        (rows) =>
          rows &&
          Array.from({ length: to - from }, (_, character) => {
            const at = from + character
            const codes = new Set<number>()
            for (const [start, end, codeId] of rows) {
              if (at < start || at >= end) continue
              codes.add(codeId)
              const parent = parents.get(codeId)
              if (withParents && parent) codes.add(parent)
            }
            return codes
          }),
      ),
    }))
  })
}

function ratingsByTurn(answers: readonly Answer[], codeId: number, share: number) {
  const rows = answers.map(({ coders }) =>
    coders.map((characters): 0 | 1 | null => {
      if (characters === null) return null
      const marked = characters.filter((codes) => codes.has(codeId)).length
      return marked > 0 && marked >= share * characters.length ? 1 : 0
    }),
  )
  return { rows, times: rows.map(() => 1), values: [0, 1] as const }
}

function ratingsByCharacter(answers: readonly Answer[], codeId: number) {
  const rows = answers.flatMap(({ coders }) =>
    Array.from({ length: coders.find((own) => own !== null)!.length }, (_, character) =>
      coders.map((own): 0 | 1 | null => (own === null ? null : own[character]!.has(codeId) ? 1 : 0)),
    ),
  )
  return { rows, times: rows.map(() => 1), values: [0, 1] as const }
}

describe.each([1, 2, 3])('random codings of three coders, seed %i', (seed) => {
  test('every figure is that of ratings made character by character', async () => {
    const coded = await study(TEXTS)
    await codeAtRandom(coded, seed)
    for (const rollUp of [true, false]) {
      const answers = await answersOf(coded, rollUp)
      for (const kind of ['any', 'half', 'character'] as const) {
        const result = await coded.compute(
          { rollUp, ...(kind === 'character' ? { unit: 'character' } : { touch: kind }) },
          CODERS,
        )
        for (const codeId of Object.values(coded.codes)) {
          const ratings =
            kind === 'character'
              ? ratingsByCharacter(answers, codeId)
              : ratingsByTurn(answers, codeId, kind === 'half' ? 0.5 : 0)
          const row = rowOf(result, codeId)
          const { both, onlyFirst, onlySecond, neither } = row
          expect({ both, onlyFirst, onlySecond, neither }).toEqual(pairTable(ratings))
          const touched = ratingsByTurn(answers, codeId, kind === 'half' ? 0.5 : 0)
          expect(row.appliedUnits).toBe(touched.rows.filter((own) => own.includes(1)).length)
          if (!row.hasHeadline) continue
          const counts = countsOf(ratings)
          expect(row.alpha.value).toBeCloseTo(krippendorffAlpha(counts, 'nominal').value!, 12)
          expect(row.percent.value).toBeCloseTo(percentAgreement(counts).value!, 12)
          expect(row.ac1.value).toBeCloseTo(gwetAc(counts).value!, 12)
          expect(row.kappa.value).toBeCloseTo(congerKappa(ratings).value!, 12)
        }
      }
    }
    // Sets are of the codes as they were given.
    const rows = (await answersOf(coded, false)).map(({ coders }) =>
      coders.map((own) => (own === null ? null : [...new Set(own.flatMap((codes) => [...codes]))])),
    )
    const { table } = await coded.compute({}, CODERS)
    for (const kind of ['exact', 'jaccard', 'dice', 'masi'] as const)
      expect(table!.sets![kind].value).toBeCloseTo(setAlpha({ rows }, kind).value!, 12)
  })
})
