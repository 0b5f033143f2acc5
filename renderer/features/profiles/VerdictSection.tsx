import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon, CloseIcon } from '../../ui/icons.tsx'
import type { SectionProps } from './Comparison.tsx'
import { Line, Lines } from './Lines.tsx'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'
import type { Profile } from './theory.ts'
import styles from './VerdictSection.module.css'

type Criterion = Profile['verdict']['criteria'][number]

/** What the rules say, always with the runner-up, and which rule stands in the way. */
export function VerdictSection({ profile }: SectionProps) {
  const t = useT('profiles')
  const format = useFormat()
  const { theory } = useProfileWords()
  const { verdict } = profile
  const [first, second] = verdict.leading
  const isCalled = verdict.status === 'called' || verdict.status === 'provisional'
  const leads = first && first.share > 0 ? first : undefined
  return (
    <div className={styles['verdict']}>
      <p className={styles['name']}>
        {isCalled && verdict.cellId !== null ? theory.cell(verdict.cellId) : t(`verdict.${wordOf(verdict.status)}`)}
      </p>
      {isCalled && (
        <p className={styles['status']}>
          {verdict.status === 'called'
            ? t('verdict.called')
            : t('verdict.provisional', { respondents: format.count(profile.respondentsCounted.value ?? 0) })}
          <span className={styles['convention']}>{t('verdict.convention')}</span>
        </p>
      )}
      {leads ? (
        <Lines>
          <ShareLine
            profile={profile}
            cellId={leads.cellId}
            label={isCalled ? t('table.equal') : t('verdict.leading', { cell: theory.cell(leads.cellId) })}
          />
          {second && (
            <ShareLine
              profile={profile}
              cellId={second.cellId}
              label={t('verdict.runnerUp', { cell: theory.cell(second.cellId) })}
            />
          )}
          <Line label={t('verdict.lead')}>{t('verdict.points', { points: format.points(verdict.gap ?? 0) })}</Line>
        </Lines>
      ) : (
        <p className={styles['leading']}>{t('verdict.noLeader')}</p>
      )}
      <Criteria criteria={verdict.criteria.filter((criterion) => !criterion.met)} />
      <details className={styles['all']}>
        <summary>
          {t('verdict.criteria')}
          <span className={styles['convention']}>{t('verdict.convention')}</span>
        </summary>
        <Criteria criteria={verdict.criteria} />
      </details>
    </div>
  )
}

function ShareLine({ profile, cellId, label }: SectionProps & { readonly cellId: string; readonly label: string }) {
  const t = useT('profiles')
  const { theory } = useProfileWords()
  const cell = profile.cells.find((candidate) => candidate.cellId === cellId)
  return (
    <Line label={label}>
      {cell && (
        <ProfileFigure
          profile={profile}
          figure={cell.equal}
          kind="share"
          outOf="mean"
          what={t('map.share', { cell: theory.cell(cellId) })}
        />
      )}
    </Line>
  )
}

function wordOf(status: Profile['verdict']['status']): 'undetermined' | 'insufficient' {
  return status === 'insufficient' ? 'insufficient' : 'undetermined'
}

function Criteria({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const t = useT('profiles')
  if (criteria.length === 0) return null
  return (
    <ul className={styles['criteria']}>
      {criteria.map((criterion) => (
        <li
          key={`${criterion.kind} ${criterion.sideId ?? ''}`}
          className={classNames(styles['criterion'], !criterion.met && styles['notMet'])}
        >
          {criterion.met ? <CheckIcon /> : <CloseIcon />}
          <span>
            <span className="visually-hidden">{t(criterion.met ? 'verdict.met' : 'verdict.notMet')} </span>
            <CriterionWords criterion={criterion} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function CriterionWords({ criterion }: { readonly criterion: Criterion }) {
  const t = useT('profiles')
  const format = useFormat()
  const { theory } = useProfileWords()
  const { kind, required, actual, sideId } = criterion
  const written = {
    episodes: format.count,
    respondents: format.count,
    side_respondents: format.count,
    share: format.share,
    gap: format.points,
    leave_one_out: format.count,
    bootstrap: format.share,
  }[kind]
  return t(`criterion.${kind}`, {
    side: theory.side(sideId) ?? '',
    required: written(required),
    actual: actual === null ? '–' : written(actual),
  })
}
