import { useT } from '../../i18n/i18n.ts'
import type { SectionProps } from './Comparison.tsx'
import { Line, Lines } from './Lines.tsx'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'

export function GroupingsSection({ profile }: SectionProps) {
  const t = useT('profiles')
  const { theory } = useProfileWords()
  return (
    <Lines>
      {profile.groupings.map(({ groupingId, count, equal }) => {
        const name = theory.grouping(groupingId)
        return (
          <Line
            key={groupingId}
            label={name}
            beneath={
              <ProfileFigure
                profile={profile}
                figure={count}
                kind="count"
                what={name}
                frame={(value) => t('map.n', { count: value })}
              />
            }
          >
            <ProfileFigure
              profile={profile}
              figure={equal}
              kind="share"
              outOf="mean"
              what={name}
              reason={t('reason.noEpisodes')}
            />
          </Line>
        )
      })}
    </Lines>
  )
}
