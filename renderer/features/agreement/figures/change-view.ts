import type { ProfileChange } from '../../../../shared/contract/agreement.ts'

export type ChangeRow = ProfileChange['rows'][number]
type Verdict = ChangeRow['verdicts'][number]

/** What the reviewer asks, counted in villages: one counts as soon as it does so in one of its waves. */
export interface ChangeSummary {
  readonly villages: number
  /** The verdict is another, or only one of the coders reaches one. */
  readonly changed: number
  /** The cell stays, and it is provisional for one and called for another. */
  readonly statusOnly: number
  /** In no wave does any coder reach a verdict: that nothing changes says nothing there. */
  readonly undecided: number
}

export function changeSummary(rows: readonly ChangeRow[]): ChangeSummary {
  const villages = [...Map.groupBy(rows, ({ villageId }) => villageId).values()]
  const count = (holds: (own: readonly ChangeRow[]) => boolean) => villages.filter(holds).length
  return {
    villages: villages.length,
    changed: count((own) => own.some(({ cellChanges }) => cellChanges)),
    statusOnly: count(
      (own) => !own.some(({ cellChanges }) => cellChanges) && own.some((row) => changeOf(row) === 'status'),
    ),
    undecided: count((own) => own.every((row) => changeOf(row) === 'undecided' || changeOf(row) === 'noVerdict')),
  }
}

/**
 * How the verdicts of a row differ. `undecided`: no coder reaches one, for different reasons; `noVerdict`: for the same.
 */
export function changeOf({ cellChanges, statusChanges, verdicts }: ChangeRow): Change {
  if (cellChanges) return 'cell'
  if (verdicts.some(isCalled)) return statusChanges ? 'status' : 'same'
  return statusChanges ? 'undecided' : 'noVerdict'
}

export type Change = 'cell' | 'status' | 'same' | 'undecided' | 'noVerdict'

export function isCalled({ status }: Verdict): boolean {
  return status === 'called' || status === 'provisional'
}
