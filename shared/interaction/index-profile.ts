import type { FrameworkIndex } from '../framework/framework-schema.ts'
import type { ClassifiedEpisode } from './classify.ts'
import { evidenceOf, meanFigure, ratioFigure } from './figure.ts'
import type { IndexProfile } from './output.ts'
import type { Tally } from './tally.ts'

/**
 * An index for some respondents: the mean of their own ratios, of those with enough episodes, and the pooled ratio.
 * It asks for one dimension only, so an episode enters whose other dimension is mixed or unknown.
 */
export function indexProfile(index: FrameworkIndex, tallies: readonly Tally[]): IndexProfile {
  const rows = tallies.map((tally) => {
    const relevant = tally.episodes.filter((episode) => index.denominator.includes(categoryIn(episode, index)))
    const hits = relevant.filter((episode) => index.numerator.includes(categoryIn(episode, index)))
    const figure = ratioFigure(hits.length, relevant.length, evidenceOf(relevant, index.dimension))
    return { key: tally.key, relevant, hits, figure, counted: relevant.length >= index.minimumEpisodes }
  })
  const counted = rows.filter((row) => row.counted)
  const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  return {
    indexId: index.id,
    equal: meanFigure(
      counted.map((row) => row.figure.value ?? 0),
      evidenceOf(
        counted.flatMap((row) => row.relevant),
        index.dimension,
      ),
    ),
    pooled: ratioFigure(
      sum((row) => row.hits.length),
      sum((row) => row.relevant.length),
      evidenceOf(
        rows.flatMap((row) => row.relevant),
        index.dimension,
      ),
    ),
    respondents: rows
      .filter((row) => row.relevant.length > 0)
      .map(({ key, figure, counted: enters }) => ({ key, figure, counted: enters })),
  }
}

function categoryIn(episode: ClassifiedEpisode, index: FrameworkIndex): string {
  return episode.dimensions.find((dimension) => dimension.dimensionId === index.dimension)?.categoryId ?? ''
}
