import type { EpisodeRow } from '../../../shared/contract/episode.ts'

/**
 * The episode in which an offset lies, one's own before another's; null where there is none. An episode's last offset
 * counts as in it, so that the caret behind its last word is still there.
 */
export function episodeAt(
  episodes: readonly EpisodeRow[],
  offset: number | null,
  ownId: number | null,
): EpisodeRow | null {
  if (offset === null) return null
  const around = episodes.filter(({ start, end }) => start <= offset && offset <= end)
  const inside = around.filter(({ end }) => offset < end)
  const candidates = inside.length > 0 ? inside : around
  return candidates.find(({ coderId }) => coderId === ownId) ?? candidates[0] ?? null
}
