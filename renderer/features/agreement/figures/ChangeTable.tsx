import { Fragment } from 'react'
import { useView } from '../../../app/view-state.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useWaveName } from '../../../i18n/use-wave-name.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useCoders } from '../../coding/use-coders.ts'
import type { Theory } from '../../profiles/theory.ts'
import { changeOf, isCalled } from './change-view.ts'
import type { Change, ChangeRow } from './change-view.ts'
import styles from './figures.module.css'

export interface ChangeTableProps {
  readonly rows: readonly ChangeRow[]
  readonly theory: Theory
}

/** Signs stand beside the words, for those who scan the column. */
const SIGN: Readonly<Record<Change, string>> = { cell: '≠', status: '≈', same: '=', undecided: '–', noVerdict: '–' }

/** The verdict of every village and wave from each coder's own rows. */
export function ChangeTable({ rows, theory }: ChangeTableProps) {
  const t = useT('agreement')
  const format = useFormat()
  const waveName = useWaveName()
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{t('figures.change.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.change.village')}</th>
            <th scope="col" className={styles['words']}>
              {t('figures.change.coder')}
            </th>
            <th scope="col" className={classNames(styles['words'], styles['verdict'])}>
              {t('figures.change.verdict')}
            </th>
            <th scope="col">{t('figures.change.determinate')}</th>
            <th scope="col" className={classNames(styles['words'], styles['change'])}>
              {t('figures.change.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const change = changeOf(row)
            const place = [row.village, waveName(row.wave)].filter((part) => part !== null).join(' · ')
            return (
              <Fragment key={`${row.villageId} ${String(row.waveId)}`}>
                {row.verdicts.map((verdict, index) => (
                  <tr key={verdict.coderId} className={classNames(index > 0 && styles['follows'])}>
                    {index === 0 && (
                      <th scope="rowgroup" rowSpan={row.verdicts.length} className={styles['place']}>
                        {place}
                        <span className={styles['below']}> {t('figures.documents', { count: row.documents })}</span>
                      </th>
                    )}
                    <th scope="row" className={styles['words']}>
                      <ProfileLink coderId={verdict.coderId} place={place} />
                    </th>
                    <td className={styles['words']}>
                      <VerdictWords verdict={verdict} theory={theory} />
                    </td>
                    <td>
                      {verdict.determinate === null ? '–' : format.count(verdict.determinate)}
                      <span className={styles['small']}> {t(`figures.change.unit.${verdict.unit}`)}</span>
                    </td>
                    {index === 0 && (
                      <td rowSpan={row.verdicts.length} className={classNames(styles['words'], styles[change])}>
                        <span aria-hidden="true" className={styles['sign']}>
                          {SIGN[change]}
                        </span>
                        {t(`figures.change.is.${change}`)}
                      </td>
                    )}
                  </tr>
                ))}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Opens the profiles as this coder's rows make them. */
function ProfileLink({ coderId, place }: { readonly coderId: number; readonly place: string }) {
  const t = useT('agreement')
  const setLayer = useView((state) => state.setLayer)
  const show = useView((state) => state.show)
  const { byId } = useCoders()
  const coder = byId.get(coderId)?.name ?? `#${coderId}`
  return (
    <button
      type="button"
      aria-label={t('figures.change.open', { coder, place })}
      title={t('figures.change.open', { coder, place })}
      className={styles['link']}
      onClick={() => {
        setLayer(coderId)
        show('profiles')
      }}
    >
      {coder}
    </button>
  )
}

interface VerdictWordsProps {
  readonly verdict: ChangeRow['verdicts'][number]
  readonly theory: Theory
}

function VerdictWords({ verdict, theory }: VerdictWordsProps) {
  const t = useT('agreement')
  if (!isCalled(verdict) || verdict.cellId === null) return t(`figures.change.status.${verdict.status}`)
  return (
    <>
      {theory.cell(verdict.cellId)}
      <span className={styles['small']}> {t(`figures.change.status.${verdict.status}`)}</span>
    </>
  )
}
