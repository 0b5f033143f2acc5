import { memo, useMemo, useRef, useState } from 'react'
import type { AgreementResult, AgreementRow } from '../../../shared/contract/agreement.ts'
import type { CoefficientName } from '../../../shared/contract/agreement-settings.ts'
import { useHostQuery } from '../../app/host.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { CODEBOOK_ORDER, nextSort, shownCoefficients, sortedRows } from './code-lines.ts'
import type { CodeSort } from './code-lines.ts'
import { CodeTable } from './CodeTable.tsx'
import type { OpenedCount } from './CodeTable.tsx'
import styles from './Figures.module.css'
import { AgreementChart } from './figures/AgreementChart.tsx'
import { ContinuumTables } from './figures/ContinuumTables.tsx'
import { SpanTable } from './figures/SpanTable.tsx'
import { useAgreementWords } from './figures/use-agreement-words.ts'
import { MethodsSentence } from './MethodsSentence.tsx'
import { SetTable } from './SetTable.tsx'
import type { StatusLineHandle } from './StatusLine.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useTableWords } from './table-words.ts'

interface CodesChoice {
  readonly sort: CodeSort
  /** Codes that nobody applied have rows, too. */
  readonly showsUnused: boolean
  readonly coefficient: CoefficientName
}

const CHOICE = studyState<CodesChoice>({ sort: CODEBOOK_ORDER, showsUnused: false, coefficient: 'alpha' })

/** Agreement code by code, what sums it up, and what a paper says of it; drawn anew for another result alone. */
export const CodesView = memo(function CodesView({ result }: { readonly result: AgreementResult }) {
  return result.table === null ? (
    <div className={classNames(styles['scroll'], styles['page'])}>
      <SpanTable result={result} />
      <ContinuumTables result={result} />
      <MethodsSentence sentences={result.sentences} />
    </div>
  ) : (
    <RatedCodes result={result} />
  )
})

function RatedCodes({ result }: { readonly result: AgreementResult }) {
  const t = useT('agreement')
  const [choice, setChoice] = useStudyState(CHOICE)
  const [opened, setOpened] = useState<OpenedCount | null>(null)
  const status = useRef<StatusLineHandle>(null)
  const table = useRef<HTMLDivElement>(null)
  const all = useMemo(() => result.table?.rows ?? [], [result])
  const used = useMemo(() => all.filter(({ appliedUnits }) => appliedUnits > 0), [all])
  const { sort, showsUnused } = choice
  const rows = useMemo(() => sortedRows(showsUnused ? all : used, sort), [all, used, showsUnused, sort])
  const unused = all.length - used.length
  const toggle = unused > 0 && (
    <Button
      tone="quiet"
      size="small"
      onPress={() => {
        setChoice({ ...choice, showsUnused: !showsUnused })
      }}
    >
      {t(showsUnused ? 'table.hideUnused' : 'table.showUnused', { count: unused })}
    </Button>
  )
  if (rows.length === 0) {
    return (
      <EmptyState title={t('table.noneUsed')} text={t('table.noneUsedText')}>
        {toggle}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles['scroll']}>
        <CodeTable
          ref={table}
          result={result}
          rows={rows}
          sort={sort}
          onSort={(by) => {
            setChoice({ ...choice, sort: nextSort(sort, by) })
          }}
          onOpen={setOpened}
          onSay={(words) => status.current?.say(words)}
        />
        {unused > 0 && <div className={styles['under']}>{toggle}</div>}
        <Chart
          result={result}
          rows={rows}
          coefficient={choice.coefficient}
          onChange={(coefficient) => {
            setChoice({ ...choice, coefficient })
          }}
        />
        <SetTable result={result} />
        <MethodsSentence sentences={result.sentences} />
      </div>
      <StatusLine ref={status} />
      {opened !== null && (
        <CountEvidence
          key={`${opened.codeId} ${opened.cell}`}
          result={result}
          opened={opened}
          onClose={() => {
            setOpened(null)
            table.current?.focus()
          }}
        />
      )}
    </>
  )
}

interface ChartProps {
  readonly result: AgreementResult
  readonly rows: readonly AgreementRow[]
  readonly coefficient: CoefficientName
  readonly onChange: (coefficient: CoefficientName) => void
}

/** One coefficient as dots with intervals, in the order of the table. */
function Chart({ result, rows, coefficient, onChange }: ChartProps) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const options = shownCoefficients(result.settings.coefficients)
  const shown = options.includes(coefficient) ? coefficient : 'positive'
  return (
    <section aria-label={t('chart.title')} className={styles['section']}>
      <Select
        label={t('chart.coefficient')}
        className={styles['choice'] ?? ''}
        value={shown}
        options={options.map((value) => ({ value, label: words.coefficient(value) }))}
        onChange={onChange}
      />
      <AgreementChart result={result} coefficient={shown} rows={rows} />
    </section>
  )
}

interface CountEvidenceProps {
  readonly result: AgreementResult
  readonly opened: OpenedCount
  readonly onClose: () => void
}

/** The passages that a count counts, as the study stands now. */
function CountEvidence({ result, opened, onClose }: CountEvidenceProps) {
  const words = useTableWords(result)
  const format = useFormat()
  const { codeId, cell } = opened
  const { data } = useHostQuery('agreement.evidence', { settings: result.settings, codeId, cell })
  const row = result.table?.rows.find((own) => own.codeId === codeId)
  if (!row || cell === 'applied') return null
  return (
    <EvidencePane
      what={words.count(codeId, cell)}
      value={format.count(row[cell])}
      evidence={data ? { codingIds: data.codingIds, stretches: [] } : null}
      onClose={onClose}
    />
  )
}
