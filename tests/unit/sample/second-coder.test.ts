import { describe, expect, it } from 'vitest'
import { disagreementKey } from './answer-key.ts'
import { sampleTable, type Row } from './sample-files.ts'

const first = sampleTable('segments.csv')
const second = sampleTable('segments-second.csv')
const originals = Object.keys(disagreementKey)

const place = (row: Row): string => [row['turn_id'], row['start_cp'], row['end_cp']].join(' ')
const named = (row: Row): string => `${row['code_id']}${row['polarity'] === 'affirmed' ? '' : ` ${row['polarity']}`}`
const of = (rows: readonly Row[], document: string): Row[] => rows.filter((row) => row['doc_id'] === document)

/** Per turn, what one coder has in a document and the other has not: code, bounds and polarity taken together. */
function differences(document: string): [string, string, string][] {
  const whole = (row: Row): string => `${place(row)} ${named(row)}`
  const alone = (mine: readonly Row[], theirs: readonly Row[]): Row[] => {
    const known = new Set(theirs.map(whole))
    return mine.filter((row) => !known.has(whole(row)))
  }
  const ones = alone(of(first, document), of(second, document))
  const others = alone(of(second, document), of(first, document))
  const inTurn = (rows: readonly Row[], turn: string): string =>
    rows
      .filter((row) => row['turn_id'] === turn)
      .map(named)
      .join(' ')
  const turns = [...new Set([...ones, ...others].map((row) => row['turn_id'] ?? ''))].sort()
  return turns.map((turn) => [turn, inTurn(ones, turn), inTurn(others, turn)])
}

describe('the second coder of the sample', () => {
  it('coded six interviews, each in both languages', () => {
    const documents = [...new Set(second.map((row) => row['doc_id']))].sort()
    expect(documents).toEqual(originals.flatMap((name) => [name, `${name}.en`]).sort())
  })

  it.each(originals)('differs in %s where it was planned, in both languages', (document) => {
    expect(differences(document)).toEqual(disagreementKey[document])
    expect(differences(`${document}.en`)).toEqual(disagreementKey[document])
  })

  it('differs in about 15 % of the passages', () => {
    const passages = originals.flatMap((document) => of(first, document)).length
    const planned = Object.values(disagreementKey)
      .flat()
      .reduce((sum, [, codes]) => sum + codes.split(' ').filter((word) => word.includes('.')).length, 0)
    expect(planned / passages).toBeCloseTo(0.16, 1)
  })

  it('has the same episodes, but for one that goes on for longer', () => {
    const bounds = (rows: readonly Row[]): string[] =>
      rows.map((row) => [row['doc_id'], row['start_cp'], row['end_cp']].join(' '))
    const ones = sampleTable('episodes.csv').filter((row) => originals.includes(row['doc_id'] ?? ''))
    const others = sampleTable('episodes-second.csv').filter((row) => originals.includes(row['doc_id'] ?? ''))
    const shared = new Set(bounds(ones))
    expect(others.length).toBe(ones.length)
    expect(
      bounds(others)
        .filter((bound) => !shared.has(bound))
        .map((bound) => bound.split(' ')[0]),
    ).toEqual(['LW-F2-w1'])
  })
})
