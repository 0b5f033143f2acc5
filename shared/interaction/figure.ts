import type { ClassifiedEpisode } from './classify.ts'
import type { EpisodeRef } from './episode.ts'
import type { Evidence, Figure } from './output.ts'

/** What the episodes rest on; with a dimension, only its codings. */
export function evidenceOf(episodes: readonly ClassifiedEpisode[], dimensionId?: string): Evidence {
  const codings = new Set<number>()
  for (const episode of episodes) {
    for (const dimension of episode.dimensions) {
      if (dimensionId !== undefined && dimension.dimensionId !== dimensionId) continue
      for (const { categoryId, codings: ids } of dimension.present) {
        const isOverruled = dimension.categoryId !== null && dimension.categoryId !== categoryId
        if (!isOverruled) for (const id of ids) codings.add(id)
      }
    }
  }
  return {
    episodes: [...new Set(inTextOrder(episodes).map((episode) => episode.key))],
    codings: [...codings].sort((a, b) => a - b),
  }
}

/** By document, then position; a fixed order, whatever order the episodes were counted in. */
export function inTextOrder<Item extends EpisodeRef>(episodes: readonly Item[]): Item[] {
  return episodes.toSorted(
    (a, b) => a.documentId - b.documentId || a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1),
  )
}

export const noEvidence: Evidence = { episodes: [], codings: [] }

/** A plain number of things. */
export function countFigure(value: number, evidence: Evidence): Figure {
  return { value, numerator: null, denominator: null, evidence }
}

/** numerator / denominator; null for 0/0. */
export function ratioFigure(numerator: number, denominator: number, evidence: Evidence): Figure {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator, evidence }
}

/** The mean of `values`; numerator is their sum, denominator their number. */
export function meanFigure(values: readonly number[], evidence: Evidence): Figure {
  return ratioFigure(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    evidence,
  )
}
