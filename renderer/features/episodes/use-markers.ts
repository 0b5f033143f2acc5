import { useMemo } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { assignLanes } from '../../reader/assign-lanes.ts'
import type { ReaderMarker } from '../../reader/reader-interface.ts'
import { cellName } from './episode-words.ts'

const PREFIX = 'episode '

/** The episode a marker stands for; null for other markers. */
export function episodeIdOf(markerKey: string): number | null {
  return markerKey.startsWith(PREFIX) ? Number(markerKey.slice(PREFIX.length)) : null
}

function markerKeyOf(episodeId: number): string {
  return `${PREFIX}${episodeId}`
}

/** Episodes as brackets for the left gutter: affair and cell along them. */
export function useEpisodeMarkers(
  episodes: readonly EpisodeRow[],
  framework: Framework | null,
): readonly ReaderMarker[] {
  const t = useT('episodes')
  const language = useLanguage()
  return useMemo(() => {
    const lanes = assignLanes(episodes, new Map())
    return episodes.map((episode): ReaderMarker => {
      const cell = cellName(episode, framework, language) ?? t(`status.${episode.status}`)
      const affair = episode.affair ?? t('unnamed')
      return {
        key: markerKeyOf(episode.id),
        kind: 'episode',
        span: episode,
        lane: lanes.get(episode.id) ?? 0,
        words: [episode.affair, episode.status === 'no_framework' ? null : cell].filter(Boolean).join(' · '),
        description: t('bracket', { affair, cell }),
      }
    })
  }, [episodes, framework, language, t])
}
