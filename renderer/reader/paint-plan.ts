import type { CodingRow } from '../../shared/contract/coding.ts'
import type { Polarity } from '../../shared/contract/values.ts'
import type { Span } from '../../shared/text/span.ts'
import { clip } from '../../shared/text/span.ts'

/**
 * One look of a painted passage. All passages that look alike share one CSS highlight: the colour of their code, how deep
 * the underline hangs (so that passages over each other stay apart), and how it is drawn (polarity).
 */
export interface PaintLook {
  readonly colour: string
  readonly depth: number
  /** Only the outermost two are tinted: words under many passages stay easy to read. */
  readonly isTinted: boolean
  readonly polarity: Polarity
}

export interface PaintGroup {
  readonly look: PaintLook
  /** By a key that equal spans share: what lies exactly under another of the same look is painted once. */
  readonly spans: ReadonlyMap<string, Span>
}

/** Underlines that fit under a line of text, one beneath the other; the next begins at the top again. */
export const DEPTHS = 4
const TINTED_LANES = 2

/** How a passage in a lane looks. */
export function lookIn(lane: number, colour: string, polarity: Polarity): PaintLook {
  return { colour, depth: lane % DEPTHS, isTinted: lane < TINTED_LANES, polarity }
}

/** Equal for looks that are painted alike. */
export function keyOf({ colour, depth, isTinted, polarity }: PaintLook): string {
  return `${colour} ${depth} ${isTinted} ${polarity}`
}

/**
 * What has to be painted of the codings, cut to `near` (what is near the viewport), by a key that equal looks share. The
 * depth follows the lane, so it stays as it is when others come and go.
 */
export function paintPlan(
  codings: readonly CodingRow[],
  near: Span,
  laneOf: (id: number) => number,
  colourOf: (codeId: number) => string,
): Map<string, PaintGroup> {
  const groups = new Map<string, { look: PaintLook; spans: Map<string, Span> }>()
  for (const coding of codings) {
    const visible = clip(coding, near)
    if (visible === null) continue
    const look = lookIn(laneOf(coding.id), colourOf(coding.codeId), coding.polarity)
    const key = keyOf(look)
    const group = groups.get(key) ?? { look, spans: new Map() }
    groups.set(key, group)
    group.spans.set(`${visible.start} ${visible.end}`, visible)
  }
  return groups
}
