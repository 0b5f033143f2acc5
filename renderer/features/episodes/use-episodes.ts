import { useMemo } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { useHostQuery } from '../../app/host.ts'

/** The episodes of a transcript in the shown layers (the second, if any, is one's own), in reading order. */
export function useEpisodes(documentId: number, layers: readonly Layer[]): readonly EpisodeRow[] {
  const [first = 'study', second] = layers
  const { data: ofLayer } = useHostQuery('episode.inDocument', { documentId, layer: first }, { keepPrevious: true })
  const { data: own } = useHostQuery(
    'episode.inDocument',
    { documentId, layer: second ?? first },
    { enabled: second !== undefined },
  )
  return useMemo(() => {
    const rows = [...(ofLayer?.episodes ?? []), ...(second === undefined ? [] : (own?.episodes ?? []))]
    return rows.filter((row) => row.documentId === documentId).sort((a, b) => a.start - b.start || a.id - b.id)
  }, [documentId, ofLayer, own, second])
}

/** The study's theory, for its names; null where it has none. */
export function useFramework(): Framework | null {
  const { data } = useHostQuery('profile.framework', {})
  return data?.framework ?? null
}
