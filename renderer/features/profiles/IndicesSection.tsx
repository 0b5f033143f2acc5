import { useT } from '../../i18n/i18n.ts'
import type { SectionProps } from './Comparison.tsx'
import { Line, Lines } from './Lines.tsx'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'

/** The share of the matched cells, then each index of the theory: mean over respondents; pooled beside it. */
export function IndicesSection({ profile }: SectionProps) {
  const t = useT('profiles')
  const { theory } = useProfileWords()
  return (
    <Lines>
      <Line label={t('map.matched')}>
        <ProfileFigure
          profile={profile}
          figure={profile.matched.equal}
          kind="index"
          outOf="mean"
          what={t('map.matched')}
          reason={t('reason.noEpisodes')}
        />
      </Line>
      {profile.indices.map(({ indexId, equal, pooled, respondents }) => {
        const counted = respondents.filter((respondent) => respondent.counted).length
        const least = theory.framework.indices.find(({ id }) => id === indexId)?.minimumEpisodes ?? 1
        return (
          <Line
            key={indexId}
            label={theory.index(indexId)}
            note={theory.indexNote(indexId)}
            beneath={
              <>
                {t('index.from', { count: counted })}{' '}
                <ProfileFigure
                  profile={profile}
                  figure={pooled}
                  kind="index"
                  outOf="episodes"
                  what={`${theory.index(indexId)}, ${t('table.pooled')}`}
                  reason={t('reason.noEpisodes')}
                />
              </>
            }
          >
            <ProfileFigure
              profile={profile}
              figure={equal}
              kind="index"
              outOf="mean"
              what={theory.index(indexId)}
              reason={t('reason.fewEpisodes', { count: least })}
            />
          </Line>
        )
      })}
    </Lines>
  )
}
