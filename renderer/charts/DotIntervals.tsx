import { useId } from 'react'
import type { KeyboardEvent } from 'react'
import { dotAxis } from './dot-intervals.ts'
import type { DotAxis, DotInterval } from './dot-intervals.ts'
import styles from './DotIntervals.module.css'
import { fitWords } from './fit-words.ts'

export interface DotRow extends DotInterval {
  readonly key: string
  readonly name: string
  /** CSS colour of the bar before the name; null: none. The name stands beside it. */
  readonly colour: string | null
  /** Steps to the right, 0 for none. */
  readonly depth: number
  /** As they are written at the end of the row; the second is in small print. */
  readonly valueText: string
  readonly intervalText: string
  /** Stands where the dot would: why there is none. */
  readonly why: string | null
  /** Sums up the others: a diamond below a line. */
  readonly isSummary: boolean
  /** All there is to know of the row, in a sentence. */
  readonly says: string
}

export interface DotIntervalsProps {
  readonly rows: readonly DotRow[]
  /** Lines across all rows, ascending, each with what begins there; and what lies below the first. */
  readonly bands: { readonly lowest: string; readonly from: readonly { at: number; name: string }[] } | null
  readonly tickText: (at: number) => string
  /** What the drawing shows, for those who do not see it. */
  readonly label: string
  /** Key of the row that is pointed at; null before one is. */
  readonly active: string | null
  readonly onActive: (key: string) => void
  /** Px. */
  readonly width: number
}

const ROW = 24
const AXIS = 24
const BAND = 18
const VALUES = 148
const INDENT = 10
const DOT = 4.5
const CAP = 5
/** From this many rows on the axis stands above them too. */
const LONG = 16

/** Values between 0 (or below) and 1 with their intervals, one row each. Rows are walked by keys and say all there is to know. */
export function DotIntervals({ rows, bands, tickText, label, active, onActive, width }: DotIntervalsProps) {
  const id = useId()
  const names = Math.min(300, Math.max(120, Math.round(width * 0.3)))
  const right = Math.max(width - VALUES, names + 100)
  const axis = dotAxis(rows, names + 8, right - 8)
  const top = (bands ? BAND : 0) + (rows.length >= LONG ? AXIS : 6)
  const bottom = top + rows.length * ROW + 4
  const at = rows.findIndex(({ key }) => key === active)

  function onKeyDown(event: KeyboardEvent): void {
    const next = NEXT[event.key]?.(at, rows.length)
    const row = next === undefined ? undefined : rows[next]
    if (!row) return
    event.preventDefault()
    onActive(row.key)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      className={styles['chart']}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (at < 0 && rows[0]) onActive(rows[0].key)
      }}
    >
      <svg
        role="presentation"
        width={Math.max(width, right + VALUES)}
        height={bottom + AXIS}
        className={styles['drawing']}
      >
        {bands && <Bands axis={axis} bands={bands} left={names + 8} right={right - 8} top={top} bottom={bottom} />}
        {axis.ticks.map(({ at: tick, x }) => (
          <g key={tick} aria-hidden="true">
            <line x1={x} x2={x} y1={top - 2} y2={bottom} className={styles['grid']} />
            <text x={x} y={bottom + 15} className={styles['tick']}>
              {tickText(tick)}
            </text>
            {rows.length >= LONG && (
              <text x={x} y={top - 8} className={styles['tick']}>
                {tickText(tick)}
              </text>
            )}
          </g>
        ))}
        {axis.zero !== null && (
          <line x1={axis.zero} x2={axis.zero} y1={top - 2} y2={bottom} className={styles['zero']} />
        )}
        {rows.map((row, index) => (
          <Row
            key={row.key}
            id={`${id}-${index}`}
            row={row}
            axis={axis}
            y={top + index * ROW}
            names={names}
            right={right}
            isActive={index === at}
            onPoint={() => {
              onActive(row.key)
            }}
          />
        ))}
      </svg>
    </div>
  )
}

const NEXT: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
  PageDown: (at, count) => Math.min(at + 10, count - 1),
  PageUp: (at) => Math.max(at - 10, 0),
}

interface RowProps {
  readonly id: string
  readonly row: DotRow
  readonly axis: DotAxis
  readonly y: number
  readonly names: number
  readonly right: number
  readonly isActive: boolean
  readonly onPoint: () => void
}

function Row({ id, row, axis, y, names, right, isActive, onPoint }: RowProps) {
  const middle = y + ROW / 2
  const start = row.depth * INDENT
  const placed = axis.place(row)
  const nameAt = start + (row.colour === null ? 0 : 10)
  return (
    <g
      id={id}
      role="row"
      aria-selected={isActive}
      aria-label={row.says}
      className={styles['row']}
      onPointerEnter={onPoint}
    >
      <rect x={0} y={y} width={right + VALUES} height={ROW} pointerEvents="all" className={styles['hit']} />
      {row.isSummary && <line x1={0} x2={right + VALUES} y1={y} y2={y} className={styles['rule']} />}
      {row.colour !== null && (
        <rect
          x={start}
          y={middle - 6}
          width={3}
          height={12}
          rx={1}
          className={styles['swatch']}
          style={{ fill: row.colour }}
        />
      )}
      <text role="rowheader" x={nameAt} y={middle + 4} className={styles[row.isSummary ? 'summary' : 'name']}>
        {fitWords(row.name, names - nameAt, 13)}
      </text>
      {placed === null ? (
        // The first keeps the lines of the axis off the second.
        ['halo', 'why'].map((look) => (
          <text
            key={look}
            role="gridcell"
            aria-hidden={look === 'halo'}
            x={names + 12}
            y={middle + 4}
            className={styles[look]}
          >
            {fitWords(row.why ?? '', right - names - 16, 12)}
          </text>
        ))
      ) : (
        <>
          {placed.interval !== null && (
            <path
              d={`M${placed.interval.low} ${middle - CAP}v${2 * CAP}M${placed.interval.high} ${middle - CAP}v${2 * CAP}M${placed.interval.low} ${middle}H${placed.interval.high}`}
              className={styles['interval']}
            />
          )}
          {row.isSummary ? (
            <path d={`M${placed.value} ${middle - 6}l6 6l-6 6l-6 -6z`} className={styles['dot']} />
          ) : (
            <circle cx={placed.value} cy={middle} r={DOT} className={styles['dot']} />
          )}
        </>
      )}
      <text role="gridcell" x={right + 4} y={middle + 4} className={styles['value']}>
        {row.valueText}
        {row.intervalText !== '' && (
          <tspan dx={6} className={styles['bounds']}>
            {row.intervalText}
          </tspan>
        )}
      </text>
    </g>
  )
}

interface BandsProps {
  readonly axis: DotAxis
  readonly bands: NonNullable<DotIntervalsProps['bands']>
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where the words of a scale begin: dashed lines, with the words between them. */
function Bands({ axis, bands, left, right, top, bottom }: BandsProps) {
  const starts = [left, ...bands.from.map(({ at }) => axis.x(at)), right]
  const words = [bands.lowest, ...bands.from.map(({ name }) => name)]
  return (
    <g aria-hidden="true">
      {words.map((word, index) => {
        const [from = left, to = right] = [starts[index], starts[index + 1]]
        return (
          <g key={word}>
            {index > 0 && (
              // Broken where the axis is written.
              <path
                d={`M${from} 0V${BAND - 4}M${from} ${top - 2}V${bottom}`}
                strokeDasharray="3 3"
                className={styles['reference']}
              />
            )}
            <text x={(from + to) / 2} y={11} className={styles['tick']}>
              {fitWords(word, to - from - 4, 11)}
            </text>
          </g>
        )
      })}
    </g>
  )
}
