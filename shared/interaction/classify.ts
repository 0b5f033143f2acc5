import type { ResolvedFramework } from '../framework/resolve-framework.ts'
import { cellOf } from '../framework/cell-of.ts'
import { overlaps } from '../text/span.ts'
import type { Episode, EpisodeRef } from './episode.ts'
import type { ExclusionCause, GridCoding } from './grid-coding.ts'
import type { RespondentKey } from './respondent-key.ts'
import { compareRespondentKeys } from './respondent-key.ts'
import type { Speech } from './speech.ts'

/**
 * `determinate`: one category in each dimension, so one cell. `mixed`: several categories in a dimension.
 * `not_asked`: a category outside the grid, shown beside it. `incomplete`: a dimension without evidence.
 * `empty`: an exchange without any evidence; the machine cut it out of the talk, so it is no interaction episode.
 */
export type EpisodeStatus = 'determinate' | 'mixed' | 'not_asked' | 'incomplete' | 'empty'

export interface ClassifiedEpisode extends EpisodeRef {
  status: EpisodeStatus
  /** Only where determinate. */
  cellId: string | null
  /** In the order of the framework. */
  dimensions: EpisodeDimension[]
  /** Reasons given, where the episode falls into the category that has reasons; else empty. */
  reasons: { reasonId: string; codings: number[] }[]
  /** The reason, where there is exactly one. */
  reasonId: string | null
  /** For whom the episode counts once each, with the codings that are in their words. */
  respondents: { key: RespondentKey; codings: number[] }[]
  /** Codings here that say something about the grid and do not count. */
  excluded: { codingId: number; causes: ExclusionCause[] }[]
}

export interface EpisodeDimension {
  dimensionId: string
  /** The one category, or null for none and for several. */
  categoryId: string | null
  /** Every category with evidence; repeated coding counts once. */
  present: { categoryId: string; codings: number[] }[]
  /** A primary code set by a coder, and whether it changed what the codings alone would say. */
  primary: { codeId: number; categoryId: string; decisive: boolean } | null
}

/** `codings`: those of `readGridCodings` that overlap the episode; others among them do no harm. */
export function classifyEpisode(
  resolved: ResolvedFramework,
  episode: Episode,
  speech: Speech,
  codings: readonly GridCoding[],
): ClassifiedEpisode {
  const counted = codings.filter((c) => c.causes.length === 0 && c.parts.some((part) => overlaps(part, episode)))
  const excluded = codings.filter((c) => c.causes.length > 0 && overlaps(c, episode))
  const dimensions = resolved.dimensions.map(({ id, categoryByCode }) => {
    const chosen = episode.primaries.find((primary) => primary.dimensionId === id)
    const present = group(counted.filter((c) => c.dimensionId === id).map((c) => [c.categoryId ?? '', c.id]))
    return readDimension(
      id,
      present,
      chosen && { codeId: chosen.codeId, categoryId: categoryByCode.get(chosen.codeId) },
    )
  })
  const status = statusOf(resolved, episode, dimensions)
  const [first, second] = dimensions
  const reasons = readReasons(resolved, dimensions, counted)
  const { key, unit, episodeId, documentId, start, end } = episode
  return {
    ...{ key, unit, episodeId, documentId, start, end },
    status,
    cellId:
      status === 'determinate'
        ? cellOf(resolved.framework, first?.categoryId ?? null, second?.categoryId ?? null)
        : null,
    dimensions,
    reasons,
    reasonId: reasons.length === 1 ? (reasons[0]?.reasonId ?? null) : null,
    respondents: status === 'empty' ? [] : carriers(episode, speech, counted, dimensions),
    excluded: excluded.map(({ id, causes }) => ({ codingId: id, causes })),
  }
}

function readDimension(
  dimensionId: string,
  present: { id: string; codings: number[] }[],
  chosen: { codeId: number; categoryId: string | undefined } | undefined,
): EpisodeDimension {
  const derived = present.length === 1 ? (present[0]?.id ?? null) : null
  const primary =
    chosen?.categoryId === undefined
      ? null
      : { codeId: chosen.codeId, categoryId: chosen.categoryId, decisive: chosen.categoryId !== derived }
  return {
    dimensionId,
    categoryId: primary?.categoryId ?? derived,
    present: present.map(({ id, codings }) => ({ categoryId: id, codings })),
    primary,
  }
}

function statusOf(resolved: ResolvedFramework, episode: Episode, dimensions: EpisodeDimension[]): EpisodeStatus {
  if (episode.unit === 'E3' && dimensions.every((d) => d.present.length === 0)) return 'empty'
  if (dimensions.some((d) => d.categoryId === null && d.present.length > 1)) return 'mixed'
  const isOutside = dimensions.some((d) =>
    resolved.framework.dimensions
      .find((dimension) => dimension.id === d.dimensionId)
      ?.categories.some((category) => category.id === d.categoryId && !category.inGrid),
  )
  if (isOutside) return 'not_asked'
  return dimensions.some((d) => d.categoryId === null) ? 'incomplete' : 'determinate'
}

function readReasons(
  { framework, reasonByCode }: ResolvedFramework,
  dimensions: EpisodeDimension[],
  counted: readonly GridCoding[],
): ClassifiedEpisode['reasons'] {
  const { reasons } = framework
  const dimension = dimensions.find((d) => d.dimensionId === reasons?.dimension)
  if (reasons === null || dimension === undefined || dimension.categoryId !== reasons.category) return []
  const order = reasons.items.map((item) => item.id)
  const given = group(counted.flatMap((c): [string, number][] => (c.reasonId === null ? [] : [[c.reasonId, c.id]])))
  const chosen = dimension.primary && reasonByCode.get(dimension.primary.codeId)
  if (chosen) return [{ reasonId: chosen, codings: given.find((reason) => reason.id === chosen)?.codings ?? [] }]
  return given
    .map(({ id, codings }) => ({ reasonId: id, codings }))
    .sort((a, b) => order.indexOf(a.reasonId) - order.indexOf(b.reasonId))
}

/**
 * Those whose words carry the evidence. Where a coder decided by primary codes alone, the episode itself is the
 * evidence, and it counts for those who speak in it.
 */
function carriers(
  episode: Episode,
  speech: Speech,
  counted: readonly GridCoding[],
  dimensions: EpisodeDimension[],
): ClassifiedEpisode['respondents'] {
  const codings = new Map<RespondentKey, Set<number>>()
  const add = (key: RespondentKey): Set<number> => {
    const known = codings.get(key) ?? new Set<number>()
    codings.set(key, known)
    return known
  }
  for (const coding of counted) {
    for (const part of coding.parts) if (overlaps(part, episode)) add(part.respondent).add(coding.id)
  }
  if (codings.size === 0 && dimensions.some((d) => d.primary !== null)) {
    for (const part of speech.partsOf(episode)) add(part.respondent)
  }
  return [...codings]
    .map(([key, ids]) => ({ key, codings: [...ids].sort((a, b) => a - b) }))
    .sort((a, b) => compareRespondentKeys(a.key, b.key))
}

function group(pairs: readonly (readonly [string, number])[]): { id: string; codings: number[] }[] {
  const byId = new Map<string, number[]>()
  for (const [id, coding] of pairs) byId.set(id, [...(byId.get(id) ?? []), coding])
  return [...byId]
    .map(([id, codings]) => ({ id, codings: codings.sort((a, b) => a - b) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
