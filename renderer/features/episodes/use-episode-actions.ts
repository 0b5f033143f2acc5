import type { Span } from '../../../shared/text/span.ts'
import { announce } from '../../app/announce.ts'
import { useHostTell } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { selectedPassage, useReading } from '../../reader/reading-state.ts'

export interface EpisodeActions {
  /** Marks the selection, else the turn at the caret, as an episode. The id, or null where it could not be. */
  mark(): Promise<number | null>
  rename(id: number, affair: string | null, eventTime: string | null): Promise<boolean>
  remove(id: number): Promise<boolean>
}

export function useEpisodeActions(): EpisodeActions {
  const t = useT('episodes')
  const tell = useHostTell()
  return {
    async mark() {
      const { document } = useReading.getState()
      const range = episodeTarget()
      if (document === null || range === null) {
        announce(t('nothingToMark'))
        return null
      }
      const done = await tell('episode.create', { documentId: document.id, revisionId: document.revisionId, range })
      if (done === null) return null
      announce(t('marked'))
      return done.id
    },
    async rename(id, affair, eventTime) {
      return (await tell('episode.update', { id, affair, eventTime })) !== null
    },
    async remove(id) {
      const done = await tell('episode.remove', { ids: [id] })
      if (done !== null) announce(t('removed'))
      return done !== null
    },
  }
}

/** The host widens it to whole turns. */
function episodeTarget(): Span | null {
  const state = useReading.getState()
  const passage = selectedPassage(state)
  if (passage !== null || state.selection === null) return passage
  const { focus } = state.selection
  return state.document?.turns.find(({ start, end }) => start <= focus && focus <= end) ?? null
}
