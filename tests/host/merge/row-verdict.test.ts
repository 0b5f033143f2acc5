import { expect, test } from 'vitest'
import type { RowHistory, Version } from '../../../electron/host/merge/row-history.ts'
import { judgeRow, type RowVerdict } from '../../../electron/host/merge/row-verdict.ts'

/** A row's life, the latest version first; `-` at its beginning: it is not there any more. */
function history(life: string, touched = life.replace('-', '').length > 1): RowHistory {
  const versions = [...life.replace('-', '')].map((content): Version => ({ row: { content }, places: new Map() }))
  const isGone = life.startsWith('-')
  return {
    current: isGone ? null : (versions[0] ?? null),
    versions,
    touched: touched || isGone,
    deletedBy: isGone && versions.length > 0 ? 1 : null,
  }
}

const CASES: readonly [theirs: string, ours: string, verdict: RowVerdict, why: string][] = [
  ['A', 'A', 'nothing', 'nobody touched it'],
  ['A', 'BA', 'nothing', 'only we changed it'],
  ['BA', 'A', 'update', 'only they changed it'],
  ['CBA', 'BA', 'update', 'they went on from what was brought back'],
  ['ABA', 'BA', 'update', 'they took back what was brought back'],
  ['BA', 'BA', 'nothing', 'it was brought back'],
  ['BA', 'CBA', 'nothing', 'it was brought back, and we went on from it'],
  ['BA', 'CA', 'conflict', 'both changed it'],
  ['BA', 'CBCA', 'nothing', 'it was theirs here once'],
  ['-A', 'A', 'delete', 'they deleted it'],
  ['-A', 'BA', 'conflict', 'they deleted what we changed'],
  ['-BA', 'BA', 'delete', 'they deleted what was brought back'],
  ['-A', '-A', 'nothing', 'both deleted it'],
  ['-', 'A', 'nothing', 'it is not there, but they never deleted it'],
  ['A', '-A', 'nothing', 'we deleted it, and they did not touch it'],
  ['BA', '-BA', 'nothing', 'we deleted what was brought back'],
  ['BA', '-A', 'insert', 'we deleted it, and they changed it since'],
  ['CBA', '-BA', 'insert', 'we deleted what was brought back, and they changed it since'],
]

test.each(CASES)('theirs %s, ours %s: %s, for %s', (theirs, ours, verdict) => {
  const isSame = (one: Version, other: Version): boolean => one.row['content'] === other.row['content']
  const rows = { theirs: history(theirs), ours: history(ours), isSame }
  expect(judgeRow({ ...rows, wasMergedAway: false })).toBe(verdict)
})

test('what is new there comes, also again where the bring-back was undone', () => {
  const theirs = history('A', true)
  const isSame = (): boolean => true
  const never: RowHistory = { current: null, versions: [], touched: false, deletedBy: null }
  expect(judgeRow({ theirs, ours: never, isSame, wasMergedAway: false })).toBe('insert')
  expect(judgeRow({ theirs, ours: history('-A'), isSame, wasMergedAway: true })).toBe('insert')
  expect(judgeRow({ theirs, ours: history('-A'), isSame, wasMergedAway: false })).toBe('nothing')
})
