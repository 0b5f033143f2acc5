import type { Framework } from '../framework/framework-schema.ts'
import { cellShares, determinateFigure } from './cell-shares.ts'
import { indexProfile } from './index-profile.ts'
import type { GapFigure, PerspectiveGap, SideProfile } from './output.ts'
import { equalShares, meanOf } from './shares.ts'
import type { Tally } from './tally.ts'

/** Each side of the framework, then those whose role belongs to none, if there are any. */
export function sideProfiles(framework: Framework, tallies: readonly Tally[]): SideProfile[] {
  const ids: (string | null)[] = framework.sides.map((side) => side.id)
  if (tallies.some((tally) => tally.sideId === null)) ids.push(null)
  return ids.map((sideId) => {
    const members = tallies.filter((tally) => tally.sideId === sideId)
    return {
      sideId,
      respondentsInterviewed: members.length,
      respondentsCounted: members.filter((tally) => tally.determinate > 0).length,
      determinate: determinateFigure(members),
      cells: framework.cells.map(({ id }) => ({ cellId: id, ...cellShares(framework, members, [id]) })),
      indices: framework.indices.map((index) => indexProfile(index, members)),
    }
  })
}

/**
 * B per cell: the mean of the means of the balanced sides. Null where one of them has no episodes: a mean of one side
 * would not be balanced.
 */
export function balancedShares(framework: Framework, tallies: readonly Tally[]): number[] | null {
  const means = framework.sides
    .filter((side) => side.balanced)
    .map((side) => equalShares(tallies.filter((tally) => tally.sideId === side.id).map((tally) => tally.cells)))
  const known = means.filter((shares) => shares !== null)
  return known.length === means.length ? meanOf(known) : null
}

/** Value from one side's interviews minus value from the other's. Null if the framework compares no sides. */
export function perspectiveGap(framework: Framework, sides: readonly SideProfile[]): PerspectiveGap | null {
  if (framework.gapBetween === null) return null
  const { first, second } = framework.gapBetween
  const one = sides.find((side) => side.sideId === first)
  const other = sides.find((side) => side.sideId === second)
  if (one === undefined || other === undefined) return null
  return {
    first,
    second,
    cells: one.cells.map(({ cellId, equal }, i) => ({ cellId, figure: difference(equal, other.cells[i]?.equal) })),
    indices: one.indices.map(({ indexId, equal }, i) => ({
      indexId,
      figure: difference(equal, other.indices[i]?.equal),
    })),
  }
}

type Compared = Pick<GapFigure, 'value' | 'evidence'>

function difference(one: Compared, other: Compared | undefined): GapFigure {
  const first = one.value
  const second = other?.value ?? null
  return {
    value: first === null || second === null ? null : first - second,
    first,
    second,
    evidence: {
      episodes: [...new Set([...one.evidence.episodes, ...(other?.evidence.episodes ?? [])])],
      codings: [...new Set([...one.evidence.codings, ...(other?.evidence.codings ?? [])])].sort((a, b) => a - b),
    },
  }
}
