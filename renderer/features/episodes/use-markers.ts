import { useMemo } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { useT } from '../../i18n/i18n.ts'
import { assignLanes } from '../../reader/assign-lanes.ts'
import type { ReaderMarker } from '../../reader/reader-interface.ts'
import type { Coders } from '../coding/use-coders.ts'
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

/**
 * Episodes as brackets for the left gutter: affair, and what the framework makes of them, along them; where several
 * coders' stand beside each other, a colleague's initials, too.
 */
export function useEpisodeMarkers(
  episodes: readonly EpisodeRow[],
  framework: Framework | null,
  { byId, currentId }: Coders,
): readonly ReaderMarker[] {
  const t = useT('episodes')
  const standing = useStanding(framework)
  return useMemo(() => {
    const lanes = assignLanes(episodes, new Map())
    const areOfSeveral = episodes.some(({ coderId }) => coderId !== episodes[0]?.coderId)
    return episodes.map((episode): ReaderMarker => {
      const stands = standing(episode)
      const affair = episode.affair ?? t('unnamed')
      const coder = areOfSeveral && episode.coderId !== currentId ? byId.get(episode.coderId) : undefined
      const words = [coder?.initials, episode.affair, episode.status === 'no_framework' ? null : stands]
        .filter(Boolean)
        .join(' · ')
      return {
        key: `${PREFIX}${episode.id}`,
        kind: 'episode',
        span: episode,
        lane: lanes.get(episode.id) ?? 0,
        look: LOOKS[episode.status],
        isOwn: episode.coderId === currentId,
        words,
        description:
          coder === undefined ? t('bracket', { affair, cell: stands }) : t('bracketOf', { coder: coder.name, words }),
      }
    })
  }, [episodes, byId, currentId, standing, t])
}
