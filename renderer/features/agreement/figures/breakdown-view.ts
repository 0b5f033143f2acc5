import type { AgreementBreakdown, AgreementGroup } from '../../../../shared/contract/agreement.ts'

export type GroupSort = 'order' | 'units' | 'disagreements' | 'percent' | 'positive' | 'kappa' | 'alpha'

export interface GroupLine {
  readonly group: AgreementGroup
  /** Of all disagreements, and of all units, the part that is here; null where there are none at all. */
  readonly disagreements: number | null
  readonly units: number | null
}

/** The groups with what part of all they hold: the study's order, most first, or for figures the lowest first. */
export function groupLines({ groups }: AgreementBreakdown, sort: GroupSort): GroupLine[] {
  const sum = (of: 'disagreements' | 'units') => groups.reduce((total, group) => total + group[of], 0)
  const [disagreements, units] = [sum('disagreements'), sum('units')]
  const lines = groups.map((group) => ({
    group,
    disagreements: disagreements === 0 ? null : group.disagreements / disagreements,
    units: units === 0 ? null : group.units / units,
  }))
  return sort === 'order' ? lines : lines.toSorted((a, b) => rankOf(a.group, sort) - rankOf(b.group, sort))
}

/** What cannot be estimated comes last. */
function rankOf(group: AgreementGroup, sort: Exclude<GroupSort, 'order'>): number {
  switch (sort) {
    case 'units':
    case 'disagreements':
      return -group[sort]
    case 'percent':
    case 'positive':
    case 'kappa':
    case 'alpha':
      return group.macro[sort].value ?? Infinity
  }
}

/** A group's part of the disagreements stands out from here on over its part of the units. */
const STANDS_OUT = 0.05

/**
 * Where the disagreement is more than the text: the group whose part of the disagreements exceeds its part of the units
 * the most; null where it is spread about as the units are, or where there is nothing to compare.
 */
export function concentration(lines: readonly GroupLine[]): GroupLine | null {
  let most: GroupLine | null = null
  for (const line of lines) if (excessOf(line) > (most === null ? STANDS_OUT : excessOf(most))) most = line
  return lines.length < 2 ? null : most
}

function excessOf({ disagreements, units }: GroupLine): number {
  return (disagreements ?? 0) - (units ?? 0)
}
