import { useT } from '../../i18n/i18n.ts'
import type { SectionProps } from './Comparison.tsx'
import { Line, Lines } from './Lines.tsx'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'
import styles from './ReasonsSection.module.css'

/** The theory's claims about reasons, tested: counts first, then the share. */
export function ReasonsSection({ profile }: SectionProps) {
  const t = useT('profiles')
  const { theory } = useProfileWords()
  return (
    <>
      {profile.expectedReasons.map(({ cellId, reasonId, figure, byReason, several, none }) => {
        const claim = t('reasons.claim', { cell: cellId, reason: theory.reason(reasonId) })
        const given = byReason.filter((reason) => (reason.count.value ?? 0) > 0 || reason.reasonId === reasonId)
        return (
          <div key={cellId} className={styles['claim']} title={theory.cell(cellId)}>
            <p className={styles['question']}>{claim}</p>
            <Lines>
              {given.map((reason) => (
                <Line key={reason.reasonId} label={theory.reason(reason.reasonId)}>
                  <ProfileFigure
                    profile={profile}
                    figure={reason.count}
                    kind="count"
                    what={`${claim} ${theory.reason(reason.reasonId)}`}
                  />
                  {reason.reasonId === reasonId && (
                    <span className={styles['share']}>
                      <ProfileFigure
                        profile={profile}
                        figure={figure}
                        kind="share"
                        outOf="episodes"
                        what={claim}
                        reason={t('reason.noReasons')}
                      />
                    </span>
                  )}
                </Line>
              ))}
              {[
                { label: t('reasons.several'), count: several },
                { label: t('reasons.none'), count: none },
              ]
                .filter(({ count }) => (count.value ?? 0) > 0)
                .map(({ label, count }) => (
                  <Line key={label} label={label}>
                    <ProfileFigure profile={profile} figure={count} kind="count" what={`${claim} ${label}`} />
                  </Line>
                ))}
            </Lines>
          </div>
        )
      })}
    </>
  )
}
