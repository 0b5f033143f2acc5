import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework, Localised } from '../../../shared/framework/framework-schema.ts'

/** The text in the language, else in the first it exists in. */
export function localised(texts: Localised, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? ''
}

/** The name of the cell an episode falls into; null where it falls into none. */
export function cellName(episode: EpisodeRow, framework: Framework | null, language: string): string | null {
  const cell = framework?.cells.find(({ id }) => id === episode.cell)
  return cell === undefined ? null : localised(cell.name, language)
}

/** Per dimension of the framework, its name and the category the episode shows; null where it shows none or several. */
export function categoryNames(
  episode: EpisodeRow,
  framework: Framework | null,
  language: string,
): { dimension: string; category: string | null }[] {
  return (framework?.dimensions ?? []).map((dimension) => {
    const category = dimension.categories.find(({ id }) => id === episode.categories[dimension.id])
    return {
      dimension: localised(dimension.name, language),
      category: category === undefined ? null : localised(category.name, language),
    }
  })
}
