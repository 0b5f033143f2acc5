import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge } from '../../../scripts/vectors/judge.ts'
import { vectorFileSchema } from '../../../scripts/vectors/vector-file.ts'

const published = new URL('../../../../shared/vectors/agreement.json', import.meta.url)

const file = (expected: object, more: object = {}) =>
  vectorFileSchema.parse({
    datasets: {
      d: {
        type: 'table',
        data: [
          [20, 5],
          [10, 15],
        ],
      },
    },
    vectors: [{ id: 'v', coefficient: 'cohen_kappa', dataset: 'd', params: {}, expected: [expected], ...more }],
  })
const verdict = (expected: object, more?: object) => judge(file(expected, more))[0]?.verdict

describe('the published vectors', () => {
  const vectors = vectorFileSchema.parse(JSON.parse(readFileSync(published, 'utf8')))
  const lines = judge(vectors)

  it.each(vectors.vectors.filter(({ implement }) => implement).map(({ id }) => id))('%s', (id) => {
    expect(lines.filter((line) => line.id === id && line.verdict !== 'reproduced')).toEqual([])
  })

  it('has a line for every field', () => {
    expect(lines).toHaveLength(vectors.vectors.reduce((sum, { expected }) => sum + expected.length, 0))
  })
})

describe('the judge of vectors (κ = 0.4 here)', () => {
  it('holds printed figures to their last digit, or to their tolerance', () => {
    expect(verdict({ field: 'value', published: 0.4, decimals: 2 })).toBe('reproduced')
    expect(verdict({ field: 'value', published: 0.41, decimals: 2 })).toBe('differs')
    expect(verdict({ field: 'value', published: 0.41, decimals: 2, tolerance: 0.02 })).toBe('reproduced')
    expect(verdict({ field: 'value', derived: 0.4 + 1e-8 })).toBe('differs')
  })

  it('holds high precision to nine digits besides', () => {
    expect(verdict({ field: 'value', published: 0.4, decimals: 2, high_precision: 0.400001 })).toBe('differs')
    expect(verdict({ field: 'value', high_precision: 0.400001, hp_tolerance: 1e-5 })).toBe('reproduced')
  })

  it('knows ranges and undefined figures', () => {
    expect(verdict({ field: 'value', range: [0.3, 0.5] })).toBe('reproduced')
    expect(verdict({ field: 'value', range: [0.41, 0.5] })).toBe('differs')
    expect(verdict({ field: 'value', published: null })).toBe('differs')
    expect(verdict({ field: 'undefined', published: 0, tolerance: 0 })).toBe('reproduced')
  })

  it('says what is not implemented, and what is not to be', () => {
    expect(verdict({ field: 'nonsense', published: 1 })).toBe('not implemented')
    expect(verdict({ field: 'value', published: 1 }, { coefficient: 'nonsense' })).toBe('not implemented')
    expect(verdict({ field: 'value', published: 1 }, { implement: false })).toBe('not to be reproduced')
  })

  it('shows both values where they differ', () => {
    expect(judge(file({ field: 'value', published: 0.5, decimals: 1 }))[0]?.detail).toContain('0.5')
    expect(judge(file({ field: 'value', published: 0.5, decimals: 1 }))[0]?.detail).toContain('got 0.39999')
  })
})
