import type { CodingInside, EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { EpisodePopover } from './EpisodePopover.tsx'
import { turnsCalled } from './use-episode-actions.ts'

export interface EpisodeAtProps {
  readonly id: number
  readonly at: DOMRect
  readonly opened: OpenDocument
  readonly episodes: readonly EpisodeRow[]
  readonly framework: Framework | null
  readonly onShow: (coding: CodingInside) => void
  readonly onClose: () => void
}

/** The popover of an episode as it is now; nothing once it is gone. */
export function EpisodeAt({ id, opened, episodes, ...rest }: EpisodeAtProps) {
  const episode = episodes.find((candidate) => candidate.id === id)
  if (episode === undefined) return null
  return <EpisodePopover key={id} episode={episode} turns={turnsCalled(opened, episode)} {...rest} />
}
