import { Fragment } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Undefined } from '../evidence/Undefined.tsx'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'
import styles from './SharesTable.module.css'
import type { Profile } from './theory.ts'

const COLUMNS = [
  'cell',
  'count',
  'equal',
  'interval',
  'leaveOneOut',
  'balanced',
  'pooled',
  'prevalence',
  'wilson',
] as const

/** Everything the engine says of the cells, village by village. */
export function SharesTable({ profiles }: { readonly profiles: readonly Profile[] }) {
  const t = useT('profiles')
  const words = useProfileWords()
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{t('chart.title')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {profiles.map((profile) => (
          <Fragment key={`${profile.villageId} ${String(profile.waveId)}`}>
            <tr>
              <th scope="colgroup" colSpan={COLUMNS.length} className={styles['village']}>
                {words.place(profile)}
                {profile.cells.some((cell) => cell.interval?.illustrative) && (
                  <span className={styles['note']}>
                    {t('table.illustrativeBelow', { count: words.theory.framework.rules.stability.illustrativeBelow })}
                  </span>
                )}
              </th>
            </tr>
            {profile.cells.map((cell) => (
              <CellRow key={cell.cellId} profile={profile} cell={cell} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

interface CellRowProps {
  readonly profile: Profile
  readonly cell: Profile['cells'][number]
}

function CellRow({ profile, cell }: CellRowProps) {
  const t = useT('profiles')
  const { theory } = useProfileWords()
  const name = theory.cell(cell.cellId)
  const reason = t('reason.noEpisodes')
  return (
    <tr>
      <th scope="row" className={styles['cell']}>
        {name}
      </th>
      <td>
        <ProfileFigure profile={profile} figure={cell.count} kind="count" what={t('map.count', { cell: name })} />
      </td>
      <td>
        <ProfileFigure
          {...{ profile, reason, figure: cell.equal }}
          kind="share"
          outOf="mean"
          what={t('map.share', { cell: name })}
        />
      </td>
      <td>
        <Range
          range={cell.interval}
          reason={t('reason.fewRespondents', { count: theory.framework.rules.stability.bootstrapFrom })}
        />
      </td>
      <td>
        <Range range={cell.leaveOneOut} reason={t('reason.fewRespondents', { count: 2 })} />
      </td>
      <td>
        <ProfileFigure
          profile={profile}
          figure={cell.balanced}
          kind="share"
          what={t('map.balanced', { cell: name })}
          reason={t('reason.noBalance')}
        />
      </td>
      <td>
        <ProfileFigure
          {...{ profile, reason, figure: cell.pooled }}
          kind="share"
          outOf="episodes"
          what={t('map.pooled', { cell: name })}
        />
      </td>
      <td>
        <Prevalence profile={profile} cell={cell} />
      </td>
      <td>
        <Range range={cell.prevalence} reason={t('reason.fewRespondents', { count: 1 })} />
      </td>
    </tr>
  )
}

/** Counts, not a percentage: so few people are counted. */
function Prevalence({ profile, cell }: CellRowProps) {
  const t = useT('profiles')
  const format = useFormat()
  const { theory } = useProfileWords()
  const { numerator, denominator, evidence } = cell.prevalence
  return (
    <>
      <ProfileFigure
        profile={profile}
        figure={{ value: numerator, evidence }}
        kind="count"
        what={t('map.prevalence', { cell: theory.cell(cell.cellId) })}
      />
      {' / '}
      {format.count(denominator ?? 0)}
    </>
  )
}

interface RangeProps {
  readonly range: { readonly low: number | null; readonly high: number | null } | null
  /** Why there is none. */
  readonly reason: string
}

function Range({ range, reason }: RangeProps) {
  const t = useT('profiles')
  const format = useFormat()
  if (range?.low == null || range.high === null) return <Undefined reason={reason} />
  return t('table.range', { low: format.share(range.low), high: format.share(range.high) })
}
