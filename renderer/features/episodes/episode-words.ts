import type { EpisodeDimensionRow, EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Dimension, Framework, Localised } from '../../../shared/framework/framework-schema.ts'

/** The text in the language, else in the first it exists in. */
export function localised(texts: Localised, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? ''
}

/** The name of the cell an episode falls into; null where it falls into none. */
export function cellName(episode: EpisodeRow, framework: Framework | null, language: string): string | null {
  const cell = framework?.cells.find(({ id }) => id === episode.cell)
  return cell === undefined ? null : localised(cell.name, language)
}

export function categoryName(dimension: Dimension, categoryId: string | null, language: string): string {
  const category = dimension.categories.find(({ id }) => id === categoryId)
  return category === undefined ? '' : localised(category.name, language)
}

/** What an episode shows in one dimension, in the framework's words. */
export interface DimensionWords {
  readonly row: EpisodeDimensionRow
  readonly name: string
  /** The one category; null where it shows none or several. */
  readonly category: string | null
  /** The categories with evidence, by name, in the framework's order. */
  readonly present: readonly string[]
}

export function dimensionWords(
  episode: EpisodeRow,
  framework: Framework | null,
  language: string,
): readonly DimensionWords[] {
  return (framework?.dimensions ?? []).flatMap((dimension) => {
    const row = episode.dimensions.find(({ id }) => id === dimension.id)
    if (row === undefined) return []
    const shown = new Set(row.present.map(({ categoryId }) => categoryId))
    return [
      {
        row,
        name: localised(dimension.name, language),
        category: row.categoryId === null ? null : categoryName(dimension, row.categoryId, language),
        present: dimension.categories.flatMap(({ id, name }) => (shown.has(id) ? [localised(name, language)] : [])),
      },
    ]
  })
}

/** The names of the reasons given, in the framework's order. */
export function reasonNames(episode: EpisodeRow, framework: Framework | null, language: string): readonly string[] {
  return (framework?.reasons?.items ?? []).flatMap(({ id, name }) =>
    episode.reasons.includes(id) ? [localised(name, language)] : [],
  )
}

/** How an episode stands, as a key with its parameters for the language files. */
export type Standing =
  | { readonly key: 'cell'; readonly cell: string }
  | { readonly key: 'incomplete' | 'mixed' | 'not_asked'; readonly what: readonly string[] }
  | { readonly key: 'no_framework' }

/** The cell; or what is missing, what conflicts, or what lies outside the grid. */
export function standingOf(episode: EpisodeRow, framework: Framework | null, language: string): Standing {
  const words = dimensionWords(episode, framework, language)
  const cell = cellName(episode, framework, language)
  if (cell !== null) return { key: 'cell', cell }
  switch (episode.status) {
    case 'mixed': {
      const conflicting = words.filter(({ row }) => row.categoryId === null && row.present.length > 1)
      return { key: 'mixed', what: conflicting.flatMap(({ present }) => present) }
    }
    case 'not_asked': {
      const outside = (framework?.dimensions ?? []).flatMap((dimension) => {
        const shown = episode.dimensions.find(({ id }) => id === dimension.id)?.categoryId
        return dimension.categories.filter(({ id, inGrid }) => id === shown && !inGrid)
      })
      return { key: 'not_asked', what: outside.map(({ name }) => localised(name, language)) }
    }
    case 'incomplete':
    case 'determinate':
      return { key: 'incomplete', what: words.filter(({ category }) => category === null).map(({ name }) => name) }
    case 'no_framework':
      return { key: 'no_framework' }
  }
}
