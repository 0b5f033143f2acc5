import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { WarningIcon } from '../../ui/icons.tsx'
import type { SectionProps } from './Comparison.tsx'
import styles from './FlagsSection.module.css'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'
import type { Profile } from './theory.ts'

type Flag = Profile['flags'][number]

/** What should be looked at before the numbers are believed, each with the number that says so. */
export function FlagsSection({ profile }: SectionProps) {
  const t = useT('profiles')
  if (profile.flags.length === 0) return <p className={styles['none']}>{t('flag.none')}</p>
  return (
    <ul className={styles['flags']}>
      {profile.flags.map((flag) => (
        <li key={flag.kind} className={styles['flag']}>
          <span className={styles['icon']}>
            <WarningIcon />
          </span>
          <FlagWords profile={profile} flag={flag} />
        </li>
      ))}
    </ul>
  )
}

function FlagWords({ profile, flag }: SectionProps & { readonly flag: Flag }) {
  const t = useT('profiles')
  const format = useFormat()
  const { theory, respondent } = useProfileWords()
  const { leaders } = profile.verdict
  const cellOr = (id: string | null) => (id === null ? t('flag.noCell') : t('flag.cell', { cell: theory.cell(id) }))
  const other = flag.kind === 'balanced_leads_differently' ? leaders.balanced : leaders.pooled
  const isShare = flag.kind !== 'few_effective_respondents'
  const threshold = flag.threshold ?? 0
  const sentence = t(`flag.${flag.kind}`, {
    cell: cellOr(leaders.equal),
    other: cellOr(other),
    respondent: flag.respondents.map(respondent).join(', '),
    threshold: isShare ? format.share(threshold) : format.count(threshold),
  })
  return (
    <p>
      {sentence}{' '}
      <ProfileFigure
        profile={profile}
        figure={flag.figure}
        kind={isShare ? 'share' : 'count'}
        what={sentence}
        {...(flag.kind === 'dominance' || flag.kind === 'pooled_leads_differently'
          ? { outOf: 'episodes' as const }
          : {})}
      />
    </p>
  )
}
