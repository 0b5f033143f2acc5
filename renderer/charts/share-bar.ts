import { scaleLinear } from 'd3-scale'

export interface Share {
  readonly id: string
  /** 0 to 1. */
  readonly share: number
}

export interface BarPart extends Share {
  /** Px from the left of the drawing. */
  readonly x: number
  readonly width: number
}

/** The parts of one bar of shares between `left` and `right`, side by side; those of nothing are left out. */
export function barParts(shares: readonly Share[], left: number, right: number): BarPart[] {
  const scale = scaleLinear([0, 1], [left, right])
  let sum = 0
  return shares.flatMap(({ id, share }) => {
    const from = sum
    sum += share
    return share > 0 ? [{ id, share, x: scale(from), width: scale(sum) - scale(from) }] : []
  })
}

/** What fits into a part: its name with its share, its name, or nothing. Px per character at the charts' size. */
export function partWords(name: string, share: string, width: number): string {
  const whole = `${name} ${share}`
  return widthOf(whole) <= width ? whole : widthOf(name) <= width ? name : ''
}

const CHARACTER = 7
const ROOM = 8

function widthOf(words: string): number {
  return words.length * CHARACTER + ROOM
}
