import type { Framework } from '../framework/framework-schema.ts'
import type { ClassifiedEpisode } from './classify.ts'
import { countFigure, evidenceOf, meanFigure, ratioFigure } from './figure.ts'
import type { Figure } from './output.ts'
import type { Tally } from './tally.ts'

/** Count, pooled and respondent-equal share of a set of cells, for some respondents. */
export interface CellShares {
  count: Figure
  pooled: Figure
  equal: Figure
}

export function cellShares(framework: Framework, tallies: readonly Tally[], cellIds: readonly string[]): CellShares {
  const positions = framework.cells.flatMap((cell, index) => (cellIds.includes(cell.id) ? [index] : []))
  const inCells = (tally: Tally): number => positions.reduce((sum, index) => sum + (tally.cells[index] ?? 0), 0)
  const evidence = evidenceOf(episodesInCells(tallies, cellIds))
  const counted = tallies.filter((tally) => tally.determinate > 0)
  const count = tallies.reduce((sum, tally) => sum + inCells(tally), 0)
  const all = tallies.reduce((sum, tally) => sum + tally.determinate, 0)
  return {
    count: countFigure(count, evidence),
    pooled: ratioFigure(count, all, evidence),
    equal: meanFigure(
      counted.map((tally) => inCells(tally) / tally.determinate),
      evidence,
    ),
  }
}

export function episodesInCells(tallies: readonly Tally[], cellIds: readonly string[]): ClassifiedEpisode[] {
  return tallies.flatMap((tally) => tally.episodes).filter((e) => e.cellId !== null && cellIds.includes(e.cellId))
}

/** Determinate episodes of some respondents. */
export function determinateFigure(tallies: readonly Tally[]): Figure {
  return countFigure(
    tallies.reduce((sum, tally) => sum + tally.determinate, 0),
    evidenceOf(tallies.flatMap((tally) => tally.episodes).filter((episode) => episode.status === 'determinate')),
  )
}
