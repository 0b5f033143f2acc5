import { describe, expect, test } from 'vitest'
import { changeOf, changeSummary } from '../../../renderer/features/agreement/figures/change-view.ts'
import type { ChangeRow } from '../../../renderer/features/agreement/figures/change-view.ts'

type Status = ChangeRow['verdicts'][number]['status']

/** `called T1`, `insufficient`: the verdict of each coder. */
function row(villageId: number, waveId: number, ...said: string[]): ChangeRow {
  const verdicts = said.map((words, coderId) => {
    const [status, cellId = null] = words.split(' ') as [Status, string?]
    return { coderId, status, cellId, determinate: 12, unit: 'E1' as const }
  })
  const differ = (key: 'cellId' | 'status') => new Set(verdicts.map((verdict) => verdict[key])).size > 1
  return {
    villageId,
    village: `V${villageId}`,
    waveId,
    wave: String(waveId),
    documents: 3,
    verdicts,
    cellChanges: differ('cellId'),
    statusChanges: differ('status'),
  }
}

describe('how the verdicts of two coders differ', () => {
  test.each([
    ['cell', 'called T1', 'called T2'],
    ['cell', 'called T1', 'undetermined'],
    ['status', 'called T1', 'provisional T1'],
    ['same', 'provisional T1', 'provisional T1'],
    ['undecided', 'undetermined', 'insufficient'],
    ['noVerdict', 'insufficient', 'insufficient'],
  ])('%s: %s, %s', (change, first, second) => {
    expect(changeOf(row(1, 1, first, second))).toBe(change)
  })
})

describe('the answer, in villages', () => {
  test('a village counts once, as changed if any of its waves is', () => {
    const rows = [
      row(1, 1, 'called T1', 'called T2'),
      row(1, 2, 'called T1', 'provisional T1'),
      row(2, 1, 'called T3', 'called T3'),
      row(3, 1, 'called T3', 'provisional T3'),
    ]
    expect(changeSummary(rows)).toEqual({ villages: 3, changed: 1, statusOnly: 1, undecided: 0 })
  })

  test('where nobody reaches a verdict, that nothing changes is not a finding', () => {
    const rows = [
      row(1, 1, 'insufficient', 'insufficient'),
      row(1, 2, 'undetermined', 'insufficient'),
      row(2, 1, 'insufficient', 'insufficient'),
      row(2, 2, 'called T1', 'called T1'),
    ]
    expect(changeSummary(rows)).toEqual({ villages: 2, changed: 0, statusOnly: 0, undecided: 1 })
  })
})
