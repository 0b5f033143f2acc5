import type { Framework } from '../framework/framework-schema.ts'
import { episodesInCells } from './cell-shares.ts'
import { countFigure, evidenceOf, ratioFigure } from './figure.ts'
import type { ExpectedReasonCheck } from './output.ts'
import type { Tally } from './tally.ts'

/**
 * Tests each claim "in this cell it is mainly this reason" by counting episodes with exactly one reason, once for each
 * respondent. Episodes with several reasons, or with none, are counted beside, not split.
 */
export function expectedReasons(framework: Framework, tallies: readonly Tally[]): ExpectedReasonCheck[] {
  return framework.expectedReasons.map(({ cell, reason, among }) => {
    const episodes = episodesInCells(tallies, [cell])
    const compared = episodes.filter((episode) => episode.reasonId !== null && among.includes(episode.reasonId))
    const asExpected = compared.filter((episode) => episode.reasonId === reason)
    const several = episodes.filter((episode) => episode.reasons.length > 1)
    const none = episodes.filter((episode) => episode.reasons.length === 0)
    return {
      cellId: cell,
      reasonId: reason,
      figure: ratioFigure(asExpected.length, compared.length, evidenceOf(compared)),
      byReason: (framework.reasons?.items ?? []).map(({ id }) => {
        const given = episodes.filter((episode) => episode.reasonId === id)
        return { reasonId: id, count: countFigure(given.length, evidenceOf(given)) }
      }),
      several: countFigure(several.length, evidenceOf(several)),
      none: countFigure(none.length, evidenceOf(none)),
    }
  })
}
