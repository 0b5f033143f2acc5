import { useMemo } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { useT } from '../../i18n/i18n.ts'
import { assignLanes } from '../../reader/assign-lanes.ts'
import type { ReaderMarker } from '../../reader/reader-interface.ts'
import { useStanding } from './use-standing.ts'

const PREFIX = 'episode '

/** The episode a marker stands for; null for other markers. */
export function episodeIdOf(markerKey: string): number | null {
  return markerKey.startsWith(PREFIX) ? Number(markerKey.slice(PREFIX.length)) : null
}

/** An episode's line says how it stands, for those who do not read what is written along it. */
const LOOKS = {
  determinate: 'solid',
  mixed: 'double',
  incomplete: 'dotted',
  not_asked: 'dashed',
  no_framework: 'solid',
} as const

/** Episodes as brackets for the left gutter: affair, and what the framework makes of them, along them. */
export function useEpisodeMarkers(
  episodes: readonly EpisodeRow[],
  framework: Framework | null,
  ownId: number | null,
): readonly ReaderMarker[] {
  const t = useT('episodes')
  const standing = useStanding(framework)
  return useMemo(() => {
    const lanes = assignLanes(episodes, new Map())
    return episodes.map((episode): ReaderMarker => {
      const stands = standing(episode)
      const affair = episode.affair ?? t('unnamed')
      return {
        key: `${PREFIX}${episode.id}`,
        kind: 'episode',
        span: episode,
        lane: lanes.get(episode.id) ?? 0,
        look: LOOKS[episode.status],
        isOwn: episode.coderId === ownId,
        words: [episode.affair, episode.status === 'no_framework' ? null : stands].filter(Boolean).join(' · '),
        description: t('bracket', { affair, cell: stands }),
      }
    })
  }, [episodes, ownId, standing, t])
}
