import { useMemo, useRef, useState } from 'react'
import type { Matrix as MatrixData, MatrixInput } from '../../../shared/contract/matrix.ts'
import { useHostQuery } from '../../app/host.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import type { MatrixCell } from './MatrixGrid.tsx'
import { MatrixToolbar } from './MatrixToolbar.tsx'
import { shownLines } from './matrix-view.ts'
import { useMatrixWords } from './use-matrix-words.ts'
import activity from '../../ui/Activity.module.css'

export interface MatrixChoice extends Pick<MatrixInput, 'columns' | 'measure' | 'rollUp'> {
  readonly hideEmpty: boolean
  /** Codes whose branches are folded away. */
  readonly collapsed: readonly number[]
}

const MATRIX_CHOICE = studyState<MatrixChoice>({
  columns: 'village',
  measure: 'passages',
  rollUp: true,
  hideEmpty: true,
  collapsed: [],
})

/** Codes × villages, transcripts or roles. Every number opens its passages. */
export function Matrix() {
  const t = useT('matrix')
  const [choice, setChoice] = useStudyState(MATRIX_CHOICE)
  const layer = useView((state) => state.layer)
  const version = useView((state) => state.version)
  const { columns, measure, rollUp } = choice
  const input: MatrixInput = { rows: 'code', columns, measure, rollUp, layer, version }
  const { data, error } = useHostQuery('matrix.compute', input, { keepPrevious: true })
  return (
    <div className={activity['page']}>
      <h2 className="visually-hidden">{t('title')}</h2>
      <MatrixToolbar choice={choice} onChange={setChoice} input={input} leftOut={data?.leftOut ?? []} />
      {error && <EmptyState title={t('failed')} text={sentenceOf('errors', error)} />}
      {data && <Computed matrix={data} input={input} choice={choice} onChange={setChoice} />}
    </div>
  )
}

interface ComputedProps {
  readonly matrix: MatrixData
  readonly input: MatrixInput
  readonly choice: MatrixChoice
  readonly onChange: (choice: MatrixChoice) => void
}

function Computed({ matrix, input, choice, onChange }: ComputedProps) {
  const t = useT('matrix')
  const [open, setOpen] = useState<MatrixCell | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const { hideEmpty, collapsed } = choice
  const lines = useMemo(
    () => shownLines(matrix, { hideEmpty, collapsed: new Set(collapsed) }),
    [matrix, hideEmpty, collapsed],
  )
  if (matrix.rows.length === 0) return <EmptyState title={t('noCodes')} text={t('noCodesText')} />
  if (matrix.columns.length === 0) return <EmptyState title={t('noColumns')} text={t('noColumnsText')} />
  if (lines.length === 0) {
    return (
      <EmptyState title={t('noneUsed')} text={t('noneUsedText')}>
        <Button
          onPress={() => {
            onChange({ ...choice, hideEmpty: false })
          }}
        >
          {t('showAllCodes')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <>
      <MatrixGrid
        ref={grid}
        matrix={matrix}
        lines={lines}
        columns={input.columns}
        measure={input.measure}
        onOpen={setOpen}
        onToggle={(codeId) => {
          const others = collapsed.filter((id) => id !== codeId)
          onChange({ ...choice, collapsed: others.length < collapsed.length ? others : [...collapsed, codeId] })
        }}
      />
      {open && (
        <CellEvidence
          key={`${open.codeId} ${String(open.column)}`}
          matrix={matrix}
          input={input}
          cell={open}
          onClose={() => {
            setOpen(null)
            grid.current?.focus()
          }}
        />
      )}
    </>
  )
}

interface CellEvidenceProps {
  readonly matrix: MatrixData
  readonly input: MatrixInput
  readonly cell: MatrixCell
  readonly onClose: () => void
}

/** Asks for the passages of a cell again whenever the study changes, so that they are those of the number. */
function CellEvidence({ matrix, input, cell, onClose }: CellEvidenceProps) {
  const words = useMatrixWords(matrix, input.measure)
  const { codeId, column } = cell
  const { data } = useHostQuery('matrix.cell', { matrix: input, codeId, column })
  const row = matrix.rows.findIndex((line) => line.codeId === codeId)
  const at = matrix.columns.findIndex((candidate) => candidate.key === column)
  if (row < 0 || at < 0) return null
  return (
    <EvidencePane
      what={words.cellIs(row, at)}
      value={words.valueIs(row, at)}
      evidence={data ? { codingIds: data.codingIds, stretches: [] } : null}
      onClose={onClose}
    />
  )
}
