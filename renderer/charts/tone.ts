/** How a category looks: a hue with a strength, so that two dimensions can be told apart; never the only sign of it. */
export interface Tone {
  readonly hue: number
  /** Place among `steps`; the first is the strongest. */
  readonly step: number
  readonly steps: number
  /** Drawn over with lines: set apart from the others. */
  readonly isHatched: boolean
}

const HUES = ['--accent', '--warning', '--focus', '--danger']
/** Percent of the hue in the page's colour: the strongest, then from the second to the last. */
const FULL = 100
const SECOND = 48
const LAST = 20

/** The fill, as CSS. Both themes take their own colours for it. */
export function toneFill({ hue, step, steps }: Tone): string {
  return `color-mix(in srgb, ${toneEdge(hue)} ${strengthOf(step, steps)}%, var(--page))`
}

/** The outline of a fill: the hue itself, so that the palest is seen too. */
export function toneEdge(hue: number): string {
  return `var(${HUES[hue % HUES.length] ?? '--accent'})`
}

/** What can be read on the fill. */
export function toneInk({ step }: Tone): string {
  return step === 0 ? 'var(--text-on-accent)' : 'var(--text)'
}

function strengthOf(step: number, steps: number): number {
  if (step === 0) return FULL
  return steps <= 2 ? SECOND : Math.round(SECOND - ((SECOND - LAST) * (step - 1)) / (steps - 2))
}
