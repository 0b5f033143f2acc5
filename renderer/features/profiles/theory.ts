import type { ProfileOutput } from '../../../shared/contract/profile.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import type { Tone } from '../../charts/tone.ts'
import { inLanguage } from '../../i18n/in-language.ts'

export type Profile = NonNullable<ProfileOutput['result']>['profiles'][number]
export type ProfileFigureData = Profile['determinate']

/** The study's theory in the words of the interface language. Everything on the screen is named through it. */
export interface Theory {
  readonly framework: Framework
  /** `T1 Positive interaction`. */
  cell(id: string): string
  /** The name alone. */
  cellName(id: string): string
  isOffTypology(id: string): boolean
  /** How the cell looks in charts: hue by the first dimension, strength by the second. */
  tone(id: string): Tone
  dimension(id: string): string
  category(dimensionId: string, id: string): string
  reason(id: string): string
  /** null: roles that belong to no side. */
  side(id: string | null): string | null
  index(id: string): string
  indexNote(id: string): string | undefined
  grouping(id: string): string
}

/** Reads a framework in a language. Ids that it does not have are shown as they are. */
export function theoryIn(framework: Framework, language: string): Theory {
  const cellOf = (id: string) => framework.cells.find((cell) => cell.id === id)
  const cellName = (id: string) => named(framework.cells, id, language)
  const dimensionOf = (id: string) => framework.dimensions.find((dimension) => dimension.id === id)
  return {
    framework,
    cell: (id) => (cellName(id) === id ? id : `${id} ${cellName(id)}`),
    cellName,
    isOffTypology: (id) => cellOf(id)?.kind === 'off-typology',
    tone: (id) => toneOf(framework, id),
    dimension: (id) => named(framework.dimensions, id, language),
    category: (dimensionId, id) => named(dimensionOf(dimensionId)?.categories ?? [], id, language),
    reason: (id) => named(framework.reasons?.items ?? [], id, language),
    side: (id) => (id === null ? null : named(framework.sides, id, language)),
    index: (id) => named(framework.indices, id, language),
    indexNote(id) {
      const note = framework.indices.find((index) => index.id === id)?.note
      return note ? inLanguage(note, language) : undefined
    },
    grouping: (id) => named(framework.groupings, id, language),
  }
}

interface Named {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
}

function named(parts: readonly Named[], id: string, language: string): string {
  const part = parts.find((candidate) => candidate.id === id)
  return part ? inLanguage(part.name, language) : id
}

/** The categories of a dimension that make rows or columns of the map. */
export function gridCategories(framework: Framework, dimension: 0 | 1) {
  return framework.dimensions[dimension]?.categories.filter((category) => category.inGrid) ?? []
}

/** The cell where a row (category of the first dimension) and a column (of the second) of the map meet. */
export function cellAt(framework: Framework, row: string, column: string): string | null {
  const [first, second] = framework.dimensions
  if (!first || !second) return null
  const cell = framework.cells.find(
    ({ categories }) => categories[first.id] === row && categories[second.id] === column,
  )
  return cell?.id ?? null
}

function toneOf(framework: Framework, cellId: string): Tone {
  const cell = framework.cells.find(({ id }) => id === cellId)
  const place = (dimension: 0 | 1) => {
    const categories = gridCategories(framework, dimension)
    const wanted = cell?.categories[framework.dimensions[dimension]?.id ?? '']
    return {
      at: Math.max(
        0,
        categories.findIndex(({ id }) => id === wanted),
      ),
      of: categories.length,
    }
  }
  return { hue: place(0).at, step: place(1).at, steps: place(1).of, isHatched: cell?.kind === 'off-typology' }
}
