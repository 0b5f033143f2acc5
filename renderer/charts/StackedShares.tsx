import { useId } from 'react'
import { scaleLinear } from 'd3-scale'
import { useFormat } from '../i18n/use-format.ts'
import { barParts, partWords } from './share-bar.ts'
import type { Share } from './share-bar.ts'
import styles from './StackedShares.module.css'
import { toneEdge, toneFill, toneInk } from './tone.ts'
import type { Tone } from './tone.ts'

export interface StackedRow {
  readonly key: string
  readonly label: string
  /** Small print below the label: what the bars are out of. */
  readonly basis: string
  /** The first is the headline; what follows is drawn thin below it. */
  readonly bars: readonly { readonly name: string; readonly shares: readonly Share[] }[]
}

export interface StackedSharesProps {
  readonly rows: readonly StackedRow[]
  readonly toneOf: (id: string) => Tone
  readonly legend: Legend
  /** What the drawing shows, for those who do not see it. */
  readonly label: string
  /** Px. */
  readonly width: number
}

/** Categories in two dimensions: names of rows and columns, and the id at each crossing. */
export interface Legend {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly ids: readonly (readonly (string | null)[])[]
}

const LABELS = 168
const BAR_NAMES = 96
const ROW = 58
const HEADLINE = 22
const THIN = 8
const AXIS = 26
const LEGEND_LINE = 20
const LEGEND_COLUMN = 132

/** Shares of a whole, row by row, as bars of one length. */
export function StackedShares({ rows, toneOf, legend, label, width }: StackedSharesProps) {
  const hatch = useId()
  const format = useFormat()
  const right = Math.max(width - BAR_NAMES, LABELS + 120)
  const x = scaleLinear([0, 1], [LABELS, right])
  const axisY = rows.length * ROW + 4
  const legendY = axisY + AXIS + 12
  const height = legendY + (legend.rows.length + 1) * LEGEND_LINE
  const legendWidth = (legend.columns.length + 0.75) * LEGEND_COLUMN
  const legendX = Math.max(0, Math.min(LABELS, width - legendWidth))
  const swatch = (id: string) => ({ id, tone: toneOf(id) })
  return (
    <svg role="img" aria-label={label} width={width} height={height} className={styles['chart']}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" className={styles['hatch']} />
        </pattern>
      </defs>
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={axisY} className={styles['grid']} />
          <text x={x(tick)} y={axisY + 16} className={styles['tick']}>
            {format.share(tick)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <g key={row.key} transform={`translate(0 ${index * ROW})`}>
          <text x={0} y={20} className={styles['label']}>
            {row.label}
          </text>
          <text x={0} y={38} className={styles['small']}>
            {row.basis}
          </text>
          {row.bars.map(({ name, shares }, bar) => {
            const y = bar === 0 ? 6 : 6 + HEADLINE + 5 + (bar - 1) * (THIN + 3)
            const thickness = bar === 0 ? HEADLINE : THIN
            return (
              <g key={name}>
                {barParts(shares, LABELS, right).map((part) => (
                  <Part
                    key={part.id}
                    {...part}
                    {...swatch(part.id)}
                    y={y}
                    height={thickness}
                    hatch={hatch}
                    words={bar === 0 ? partWords(part.id, format.share(part.share), part.width) : ''}
                  />
                ))}
                <text x={right + 8} y={y + thickness / 2 + 4} className={styles['small']}>
                  {name}
                </text>
              </g>
            )
          })}
        </g>
      ))}
      <g transform={`translate(${legendX} ${legendY})`}>
        {legend.columns.map((column, at) => (
          <text key={column} x={LEGEND_COLUMN * (at + 0.75)} y={12} className={styles['small']}>
            {column}
          </text>
        ))}
        {legend.rows.map((row, line) => (
          <g key={row} transform={`translate(0 ${(line + 1) * LEGEND_LINE})`}>
            <text x={0} y={12} className={styles['small']}>
              {row}
            </text>
            {legend.ids[line]?.map(
              (id, at) =>
                id !== null && (
                  <g key={id} transform={`translate(${LEGEND_COLUMN * (at + 0.75)} 0)`}>
                    <Part {...swatch(id)} x={0} y={2} width={22} height={12} hatch={hatch} words="" />
                    <text x={28} y={12} className={styles['small']}>
                      {id}
                    </text>
                  </g>
                ),
            )}
          </g>
        ))}
      </g>
    </svg>
  )
}

interface PartProps {
  readonly tone: Tone
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Id of the pattern of lines. */
  readonly hatch: string
  readonly words: string
}

function Part({ tone, x, y, width, height, hatch, words }: PartProps) {
  // Half a pixel in, so that the outline is sharp; a pixel between neighbours.
  const place = { x: x + 0.5, y: y + 0.5, height: height - 1, width: Math.max(1, width - 2) }
  return (
    <>
      <rect {...place} style={{ fill: toneFill(tone), stroke: toneEdge(tone.hue) }} />
      {tone.isHatched && <rect {...place} fill={`url(#${hatch})`} />}
      {words !== '' && (
        <text x={x + 5} y={y + height / 2 + 4} className={styles['inside']} style={{ fill: toneInk(tone) }}>
          {words}
        </text>
      )}
    </>
  )
}
