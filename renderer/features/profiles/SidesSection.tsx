import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { SectionProps } from './Comparison.tsx'
import { Line, Lines } from './Lines.tsx'
import { MiniBar } from './MiniBar.tsx'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'
import styles from './SidesSection.module.css'
import type { Profile } from './theory.ts'

type Side = Profile['sides'][number]
type Gap = NonNullable<Profile['gap']>

/** What each side's interviews say, and how far they differ. */
export function SidesSection({ profile }: SectionProps) {
  return (
    <>
      <ul className={styles['sides']}>
        {profile.sides
          .filter((side) => side.respondentsInterviewed > 0)
          .map((side) => (
            <li key={side.sideId ?? ''}>
              <SideLine profile={profile} side={side} />
            </li>
          ))}
      </ul>
      {profile.gap && <GapLines profile={profile} gap={profile.gap} />}
    </>
  )
}

function SideLine({ profile, side }: SectionProps & { readonly side: Side }) {
  const t = useT('profiles')
  const format = useFormat()
  const { theory } = useProfileWords()
  const name = theory.side(side.sideId) ?? t('sides.other')
  return (
    <>
      <p className={styles['side']}>
        <span>{name}</span>
        <span className={styles['people']}>
          {t('sides.people', {
            counted: format.count(side.respondentsCounted),
            interviewed: format.count(side.respondentsInterviewed),
          })}
          {' · '}
          <ProfileFigure
            profile={profile}
            figure={side.determinate}
            kind="count"
            what={t('sides.n', { side: name })}
            frame={(count) => t('map.n', { count })}
          />
        </span>
      </p>
      <MiniBar
        label={t('sides.barLabel', { side: name })}
        parts={side.cells.map(({ cellId, equal }) => ({ cellId, share: equal.value }))}
      />
    </>
  )
}

function GapLines({ profile, gap }: SectionProps & { readonly gap: Gap }) {
  const t = useT('profiles')
  const { theory } = useProfileWords()
  const first = theory.side(gap.first) ?? ''
  const second = theory.side(gap.second) ?? ''
  return (
    <div className={styles['gap']}>
      <p className={styles['gapTitle']}>{t('sides.gap', { first, second })}</p>
      <Lines>
        {gap.indices.map(({ indexId, figure }) => (
          <GapLine key={indexId} profile={profile} label={theory.index(indexId)} figure={figure} />
        ))}
      </Lines>
      <details>
        <summary className={styles['summary']}>{t('sides.byCell')}</summary>
        <Lines>
          {gap.cells.map(({ cellId, figure }) => (
            <GapLine key={cellId} profile={profile} label={theory.cell(cellId)} figure={figure} />
          ))}
        </Lines>
      </details>
    </div>
  )
}

interface GapLineProps extends SectionProps {
  readonly label: string
  readonly figure: Gap['indices'][number]['figure']
}

function GapLine({ profile, label, figure }: GapLineProps) {
  const t = useT('profiles')
  const format = useFormat()
  const written = (value: number | null) => format.indexOrNull(value) ?? '–'
  return (
    <Line label={label} beneath={`${written(figure.first)} − ${written(figure.second)}`}>
      <ProfileFigure
        profile={profile}
        figure={figure}
        kind="difference"
        what={t('sides.gapIs', { what: label })}
        reason={t('reason.oneSide')}
      />
    </Line>
  )
}
