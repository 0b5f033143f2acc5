import { useCallback } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { standingOf } from './episode-words.ts'

/** Says in the framework's words how an episode stands: `Conflict`, `Incomplete: no Farmer participation yet`. */
export function useStanding(framework: Framework | null): (episode: EpisodeRow) => string {
  const t = useT('episodes')
  const language = useLanguage()
  return useCallback(
    (episode) => {
      const standing = standingOf(episode, framework, language)
      switch (standing.key) {
        case 'cell':
          return standing.cell
        case 'no_framework':
          return t('status.no_framework')
        case 'incomplete':
        case 'mixed':
        case 'not_asked':
          return t(`standing.${standing.key}`, {
            what: new Intl.ListFormat(language, {
              type: standing.key === 'incomplete' ? 'disjunction' : 'conjunction',
            }).format(standing.what),
          })
      }
    },
    [framework, language, t],
  )
}
