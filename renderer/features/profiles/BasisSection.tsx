import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { SectionProps } from './Comparison.tsx'
import { Line, Lines } from './Lines.tsx'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'
import type { Profile, ProfileFigureData } from './theory.ts'

/** The denominators: episodes, respondents, how evenly they weigh, and everything that stands beside the map. */
export function BasisSection({ profile }: SectionProps) {
  const t = useT('profiles')
  const words = useProfileWords()
  const { respondent, figure: dominance } = profile.dominance
  const count = (label: string, figure: ProfileFigureData) => (
    <Line label={label}>
      <ProfileFigure profile={profile} figure={figure} kind="count" what={label} />
    </Line>
  )
  const beside = [...new Set(profile.outside.map((o) => words.theory.category(o.dimensionId, o.categoryId)))].join(', ')
  return (
    <Lines>
      {count(t('basis.determinate'), profile.determinate)}
      {count(t('basis.counted'), profile.respondentsCounted)}
      {count(t('basis.interviewed'), profile.respondentsInterviewed)}
      {count(t('basis.effective'), profile.effectiveRespondents)}
      <Line label={t('basis.dominance')} {...(respondent === null ? {} : { beneath: words.respondent(respondent) })}>
        <ProfileFigure
          profile={profile}
          figure={dominance}
          kind="share"
          outOf="episodes"
          what={t('basis.dominance')}
          reason={t('reason.noEpisodes')}
        />
      </Line>
      {count(t('basis.mixed'), profile.statuses.mixed)}
      {count(t('basis.incomplete'), profile.statuses.incomplete)}
      {beside !== '' && count(t('basis.notAsked', { categories: beside }), profile.statuses.notAsked)}
      {profile.unit === 'E3' && count(t('basis.empty'), profile.statuses.empty)}
      {count(t('basis.outsideEpisodes'), profile.outsideEpisodes)}
      <Excluded profile={profile} />
      {(profile.primaryChoices.value ?? 0) > 0 && count(t('basis.primary'), profile.primaryChoices)}
    </Lines>
  )
}

/** Passages that speak to the map and do not count, with the causes; one may have several. */
function Excluded({ profile }: { readonly profile: Profile }) {
  const t = useT('profiles')
  const format = useFormat()
  const { excluded } = profile
  const byCause = Map.groupBy(
    excluded.flatMap(({ causes }) => causes),
    (cause) => cause,
  )
  const causes = [...byCause].map(([cause, all]) => `${t(`cause.${cause}`)} ${format.count(all.length)}`)
  return (
    <Line label={t('basis.excluded')} {...(causes.length === 0 ? {} : { beneath: causes.join(' · ') })}>
      <ProfileFigure
        profile={profile}
        figure={{
          value: excluded.length,
          evidence: { episodes: [], codings: excluded.map(({ codingId }) => codingId) },
        }}
        kind="count"
        what={t('basis.excluded')}
      />
    </Line>
  )
}
