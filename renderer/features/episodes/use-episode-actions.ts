import { overlaps, type Span } from '../../../shared/text/span.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { announce } from '../../app/announce.ts'
import { useHostTell } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'

export interface EpisodeActions {
  /** Marks a stretch, widened by the host to whole turns. The id, or null where it could not be. */
  mark(document: OpenDocument, range: Span, affair?: string | null): Promise<number | null>
  update(change: In<'episode.update'>): Promise<boolean>
  /** Decides what an episode chiefly is in one dimension; null takes that back. */
  decide(id: number, dimension: string, codeId: number | null): Promise<boolean>
  renameAffair(affairId: number, name: string): Promise<boolean>
  remove(id: number): Promise<boolean>
}

export function useEpisodeActions(): EpisodeActions {
  const t = useT('episodes')
  const tell = useHostTell()
  return {
    async mark(document, { start, end }, affair = null) {
      const { id: documentId, revisionId } = document
      const done = await tell('episode.create', { documentId, revisionId, range: { start, end }, affair })
      if (done === null) return null
      announce(t('marked'))
      return done.id
    },
    async update(change) {
      const done = await tell('episode.update', change)
      if (done !== null && change.range !== undefined) announce(t('resized'))
      return done !== null
    },
    async decide(id, dimension, codeId) {
      return (await tell('episode.setPrimary', { id, dimension, codeId })) !== null
    },
    async renameAffair(affairId, name) {
      return (await tell('episode.renameAffair', { affairId, name })) !== null
    },
    async remove(id) {
      const done = await tell('episode.remove', { ids: [id] })
      if (done !== null) announce(t('removed'))
      return done !== null
    },
  }
}

/** The turns a stretch touches, as people call them: `T02–T05`; empty in a text without turns. */
export function turnsCalled({ turns }: Pick<OpenDocument, 'turns'>, stretch: Span): string {
  const touched = turns.filter((turn) => overlaps(turn, stretch))
  const first = touched[0]?.ref
  const last = touched.at(-1)?.ref
  if (first === undefined || last === undefined) return ''
  return first === last ? first : `${first}–${last}`
}
