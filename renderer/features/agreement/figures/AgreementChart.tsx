import { useState } from 'react'
import type { AgreementEstimate, AgreementResult, AgreementRow } from '../../../../shared/contract/agreement.ts'
import type { CoefficientName } from '../../../../shared/contract/agreement-settings.ts'
import { figureText } from '../../../../shared/agreement/figure-text.ts'
import { ChartFrame } from '../../../charts/ChartFrame.tsx'
import { DotIntervals } from '../../../charts/DotIntervals.tsx'
import type { DotRow } from '../../../charts/DotIntervals.tsx'
import { useWidth } from '../../../charts/use-width.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { codeTitle } from '../../coding/code-names.ts'
import { useCodebook } from '../../coding/use-codebook.ts'
import { ChartTable } from './ChartTable.tsx'
import styles from './figures.module.css'
import { useAgreementWords } from './use-agreement-words.ts'
import { useScaleWords } from './use-scale-words.ts'

export interface AgreementChartProps {
  readonly result: AgreementResult
  readonly coefficient: CoefficientName
  /** In the order of a table beside it; absent: all, as in the codebook. */
  readonly rows?: readonly AgreementRow[]
}

/** A chart wider than this says no more. */
const WIDEST = 1000

/** One coefficient, code by code, with its interval. Codes without a figure say why. */
export function AgreementChart({ result, coefficient, rows }: AgreementChartProps) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const scale = useScaleWords(result.settings.scale, coefficient)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const width = Math.min(useWidth(box), WIDEST)
  const shown = rows ?? result.table?.rows ?? []
  const lines = useDotRows(result, coefficient, shown)
  const name = words.coefficient(coefficient)
  if (shown.length === 0) return <EmptyState title={t('figures.chart.none')} text={t('figures.chart.noneText')} />
  const hasIntervals = lines.some(({ low }) => low !== null)
  return (
    <div ref={setBox} className={styles['chart']}>
      <ChartFrame
        title={t('figures.chart.title', { name })}
        fileName={t('figures.chart.fileName', { name })}
        chart={
          width > 0 && (
            <DotIntervals
              rows={lines}
              bands={scale?.bands ?? null}
              tickText={(at) =>
                coefficient === 'percent' ? figureText(at, 'percent').replace('.0', '') : String(at).replace('-', '−')
              }
              label={t('figures.chart.label', { name })}
              active={active}
              onActive={setActive}
              width={width}
            />
          )
        }
        foot={
          <p aria-hidden="true" className={styles['says']}>
            {lines.find(({ key }) => key === active)?.says ?? t('figures.chart.hint')}
          </p>
        }
        table={<ChartTable result={result} coefficient={coefficient} rows={shown} />}
      />
      <p className={styles['note']}>
        {words.sentences(
          words.explain(coefficient),
          hasIntervals && t('figures.chart.key', { level: levelText(result) }),
          scale && scale.note,
        )}
      </p>
    </div>
  )
}

function levelText({ settings }: AgreementResult): string {
  return figureText(settings.interval.level, 'percent').replace('.0', '')
}

function useDotRows(result: AgreementResult, coefficient: CoefficientName, rows: readonly AgreementRow[]): DotRow[] {
  const t = useT('agreement')
  const language = useLanguage()
  const words = useAgreementWords()
  const format = useFormat()
  const countsText = useCountsText(result)
  const { byId } = useCodebook()
  const isTree = isInOrder(rows, result.table?.rows ?? [])

  const written = (estimate: AgreementEstimate) => ({
    valueText: words.value(estimate, coefficient) ?? '–',
    intervalText: words.interval(estimate, coefficient),
    value: estimate.value,
    low: estimate.low,
    high: estimate.high,
  })
  const said = (name: string, estimate: AgreementEstimate, more: readonly string[]) => {
    const value = words.value(estimate, coefficient)
    const undefinedReplicates = estimate.undefinedReplicates ?? 0
    return [
      value === null
        ? t('figures.chart.saysNone', { name, why: words.why(estimate) ?? '' })
        : t('figures.chart.says', { name, value: `${value} ${words.interval(estimate, coefficient)}`.trim() }),
      ...more,
      ...(undefinedReplicates > 0
        ? [
            t('figures.chart.undefinedReplicates', {
              count: undefinedReplicates,
              all: format.count(result.settings.interval.replicates),
            }),
          ]
        : []),
    ].join(' · ')
  }

  const lines = rows.map((row): DotRow => {
    const code = byId.get(row.codeId)
    const name = code ? codeTitle(code, language) : `#${row.codeId}`
    const estimate = row[coefficient]
    const why = words.why(estimate) ?? ''
    return {
      key: String(row.codeId),
      name,
      colour: code?.colour ?? null,
      depth: isTree ? row.depth : 0,
      ...written(estimate),
      why:
        estimate.value !== null
          ? null
          : row.appliedUnits > 0 && !row.hasHeadline
            ? t('figures.chart.countsOnly', { why })
            : t('figures.notEstimable', { why }),
      isSummary: false,
      says: said(name, estimate, [countsText(row)]),
    }
  })
  const mean = coefficient === 'negative' ? undefined : result.table?.macro[coefficient]
  if (mean && mean.of > 0) {
    const name = t('figures.chart.mean', { count: mean.of })
    lines.push({
      key: 'mean',
      name,
      colour: null,
      depth: 0,
      ...written(mean),
      why: mean.value === null ? t('figures.notEstimable', { why: words.why(mean) ?? '' }) : null,
      isSummary: true,
      says: said(name, mean, []),
    })
  }
  return lines
}

/** Whether rows stand as in the codebook, so that indenting them says what lies below what. */
function isInOrder(rows: readonly AgreementRow[], all: readonly AgreementRow[]): boolean {
  const places = new Map(all.map(({ codeId }, place) => [codeId, place]))
  return rows.every(
    (row, at) => at === 0 || (places.get(rows[at - 1]?.codeId ?? 0) ?? 0) < (places.get(row.codeId) ?? 0),
  )
}

/** The four counts with the coders’ names; over all pairs where there are more than two. */
function useCountsText({ coders }: AgreementResult): (row: AgreementRow) => string {
  const t = useT('agreement')
  const format = useFormat()
  const [first, second] = coders
  return ({ both, onlyFirst, onlySecond, neither, appliedUnits }) => {
    const counts = {
      both: format.count(both),
      neither: format.count(neither),
      units: t('figures.units', { count: appliedUnits }),
    }
    return coders.length === 2
      ? t('figures.chart.counts', {
          ...counts,
          first: first?.name ?? '',
          second: second?.name ?? '',
          onlyFirst: format.count(onlyFirst),
          onlySecond: format.count(onlySecond),
        })
      : t('figures.chart.countsOfPairs', { ...counts, one: format.count(onlyFirst + onlySecond) })
  }
}
