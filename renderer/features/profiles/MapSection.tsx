import type { CSSProperties } from 'react'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { inLanguage } from '../../i18n/in-language.ts'
import { classNames } from '../../ui/class-names.ts'
import type { SectionProps } from './Comparison.tsx'
import styles from './MapSection.module.css'
import { ProfileFigure } from './ProfileFigure.tsx'
import { useProfileWords } from './profiles-context.ts'
import { cellAt, gridCategories } from './theory.ts'
import type { Profile } from './theory.ts'

/** The map: categories of the first dimension down, of the second across, by the framework's own names. */
export function MapSection({ profile }: SectionProps) {
  const t = useT('profiles')
  const language = useLanguage()
  const words = useProfileWords()
  const { framework } = words.theory
  const [down, across] = framework.dimensions
  const rows = gridCategories(framework, 0)
  const columns = gridCategories(framework, 1)
  if (!down || !across) return null
  return (
    <table className={styles['map']}>
      <caption className="visually-hidden">
        {t('inVillage', { section: t('section.map'), village: words.place(profile) })}
      </caption>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={columns.length} className={styles['dimension']}>
            {inLanguage(across.name, language)}
          </th>
        </tr>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={styles['column']}>
              {inLanguage(column.name, language)}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length} className={styles['row']}>
              <span className={styles['dimension']}>{inLanguage(down.name, language)}</span>{' '}
              {inLanguage(row.name, language)}
            </th>
          </tr>
          <tr>
            {columns.map((column) => {
              const cellId = cellAt(framework, row.id, column.id)
              const cell = profile.cells.find((candidate) => candidate.cellId === cellId)
              return <td key={column.id}>{cell && <MapCell profile={profile} cell={cell} />}</td>
            })}
          </tr>
        </tbody>
      ))}
    </table>
  )
}

/** How much of the accent a cell with all episodes takes; the words on it stay readable in both themes. */
const FULL_TINT = 45

function MapCell({ profile, cell }: SectionProps & { readonly cell: Profile['cells'][number] }) {
  const t = useT('profiles')
  const { theory } = useProfileWords()
  const name = theory.cell(cell.cellId)
  const isOff = theory.isOffTypology(cell.cellId)
  const share = cell.equal.value ?? 0
  const style: CSSProperties & Record<'--tint' | '--share', string> = {
    '--tint': `${(share * FULL_TINT).toFixed(1)}%`,
    '--share': `${(share * 100).toFixed(1)}%`,
  }
  const noEpisodes = t('reason.noEpisodes')
  return (
    <div className={classNames(styles['cell'], isOff && styles['off'])} style={style} title={name}>
      <p className={styles['mark']}>
        <span>{cell.cellId}</span>
        {isOff && <span className={styles['offWord']}>{t('map.offTypology')}</span>}
      </p>
      <p className={styles['share']}>
        <ProfileFigure
          profile={profile}
          figure={cell.equal}
          kind="share"
          outOf="mean"
          what={t('map.share', { cell: name })}
          reason={noEpisodes}
        />
      </p>
      <p className={styles['beside']}>
        <ProfileFigure
          profile={profile}
          figure={cell.count}
          kind="count"
          what={t('map.count', { cell: name })}
          frame={(count) => t('map.n', { count })}
        />
        <ProfileFigure
          profile={profile}
          figure={cell.pooled}
          kind="share"
          outOf="episodes"
          what={t('map.pooled', { cell: name })}
          frame={(value) => t('map.pooledIs', { share: value })}
          reason={noEpisodes}
        />
      </p>
      <span aria-hidden="true" className={styles['fill']} />
    </div>
  )
}
