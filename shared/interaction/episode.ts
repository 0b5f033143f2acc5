import type { EpisodeUnit, ExplicitEpisode, PrimaryCode } from './input.ts'
import { exchangesOf } from './exchange.ts'
import type { Speech } from './speech.ts'

/** Where an episode is; the same for the same study, whoever computes it. UTF-16, half-open. */
export interface EpisodeRef {
  /** `E1:<episode id>` or `E3:<document id>:<start>`. */
  key: string
  unit: EpisodeUnit
  /** Null for exchanges, which are computed and have no row. */
  episodeId: number | null
  documentId: number
  start: number
  end: number
}

export interface Episode extends EpisodeRef {
  primaries: readonly PrimaryCode[]
}

/** The units of interaction in one document, in order of the text. */
export function buildEpisodes(
  unit: EpisodeUnit,
  documentId: number,
  speech: Speech,
  explicit: readonly ExplicitEpisode[],
): Episode[] {
  if (unit === 'E3') {
    return exchangesOf(speech).map(({ start, end }) => ({
      key: `E3:${documentId}:${start}`,
      unit,
      episodeId: null,
      documentId,
      start,
      end,
      primaries: [],
    }))
  }
  return explicit
    .filter((episode) => episode.documentId === documentId)
    .map(({ id, start, end, primaries }) => ({
      key: `E1:${id}`,
      unit,
      episodeId: id,
      documentId,
      start,
      end,
      primaries,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.episodeId ?? 0) - (b.episodeId ?? 0))
}
