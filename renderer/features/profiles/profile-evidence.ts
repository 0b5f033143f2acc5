import type { Evidence } from '../evidence/evidence.ts'
import type { Profile, ProfileFigureData } from './theory.ts'

/** The quotations of a figure: its codings, and its episodes by place. An episode several people carry stands once. */
export function evidenceIn(profile: Profile, { codings, episodes }: ProfileFigureData['evidence']): Evidence {
  const wanted = new Set(episodes)
  return {
    codingIds: codings,
    stretches: profile.episodes
      .filter((episode) => wanted.has(episode.key))
      .map(({ documentId, start, end }) => ({ documentId, start, end })),
  }
}
