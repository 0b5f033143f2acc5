import { useMemo } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { useHostAnswers, useHostQuery } from '../../app/host.ts'

/** The episodes of a transcript in the shown layers, in reading order. */
export function useEpisodes(documentId: number, layers: readonly Layer[]): readonly EpisodeRow[] {
  const answers = useHostAnswers(
    'episode.inDocument',
    layers.map((layer) => ({ documentId, layer })),
  )
  return useMemo(
    () => answers.flatMap(({ episodes }) => episodes).sort((a, b) => a.start - b.start || a.id - b.id),
    [answers],
  )
}

/** The study's theory, for its names; null where it has none. */
export function useFramework(): Framework | null {
  const { data } = useHostQuery('profile.framework', {})
  return data?.framework ?? null
}
