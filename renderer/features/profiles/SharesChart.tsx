import { ChartFrame } from '../../charts/ChartFrame.tsx'
import { StackedShares } from '../../charts/StackedShares.tsx'
import { useWidth } from '../../charts/use-width.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { inLanguage } from '../../i18n/in-language.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useProfileWords } from './profiles-context.ts'
import styles from './SharesChart.module.css'
import { SharesTable } from './SharesTable.tsx'
import { cellAt, gridCategories } from './theory.ts'
import type { Profile } from './theory.ts'

export interface SharesChartProps {
  readonly profiles: readonly Profile[]
  /** What it stands in: the chart is as wide as can be seen at once. */
  readonly box: HTMLElement | null
}

/** A chart wider than this says no more. */
const WIDEST = 1080
const PADDING = 32

/** All villages and waves at a glance: respondent-equal shares, and below them what pooled counting would say. */
export function SharesChart({ profiles, box }: SharesChartProps) {
  const t = useT('profiles')
  const language = useLanguage()
  const format = useFormat()
  const words = useProfileWords()
  const { framework, tone } = words.theory
  const width = Math.min(Math.max(0, useWidth(box) - PADDING), WIDEST)
  const [rows, columns] = [gridCategories(framework, 0), gridCategories(framework, 1)]
  const shares = (profile: Profile, kind: 'equal' | 'pooled') =>
    profile.cells.map((cell) => ({ id: cell.cellId, share: cell[kind].value ?? 0 }))
  return (
    <div className={styles['frame']} style={{ width: width + PADDING }}>
      <ChartFrame
        title={t('chart.title')}
        fileName={t('chart.fileName')}
        chart={
          <StackedShares
            width={width}
            label={t('chart.label')}
            toneOf={tone}
            legend={{
              rows: rows.map(({ name }) => inLanguage(name, language)),
              columns: columns.map(({ name }) => inLanguage(name, language)),
              ids: rows.map((row) => columns.map((column) => cellAt(framework, row.id, column.id))),
            }}
            rows={profiles.map((profile) => ({
              key: `${profile.villageId} ${String(profile.waveId)}`,
              label: words.place(profile),
              basis: t('chart.basis', {
                episodes: format.count(profile.determinate.value ?? 0),
                respondents: format.count(profile.respondentsCounted.value ?? 0),
              }),
              bars: [
                { name: t('chart.equal'), shares: shares(profile, 'equal') },
                { name: t('chart.pooled'), shares: shares(profile, 'pooled') },
              ],
            }))}
          />
        }
        table={<SharesTable profiles={profiles} />}
      />
    </div>
  )
}
