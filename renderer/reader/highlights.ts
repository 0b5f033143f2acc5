import type { PaintLook } from './paint-plan.ts'
import { DEPTHS, keyOf, lookIn } from './paint-plan.ts'

/**
 * The page's one register of CSS highlights. It belongs to the whole page, so panes share the highlights and each adds and
 * removes its own ranges only. Rules go into an adopted style sheet, which the page's policy allows.
 */

/** What is painted beside codings: what is selected while the focus is elsewhere, what was chosen, found, jumped to, dropped on. */
export type Mark = 'selection' | 'chosen' | 'flash' | 'drop' | 'suggested' | 'twin' | 'found'

const MARK_RULES: Record<Mark, string> = {
  selection: 'background-color: var(--selected)',
  chosen: 'background-color: var(--mark)',
  suggested: 'background-color: var(--accent-soft)',
  twin: 'background-color: var(--hover)',
  found: 'background-color: color-mix(in srgb, var(--mark) 75%, transparent)',
  flash: 'background-color: var(--mark); text-decoration: underline 3px var(--focus); text-underline-offset: 4px',
  drop: 'background-color: var(--accent-soft); text-decoration: underline 3px var(--accent); text-underline-offset: 4px',
}

const LINES = { affirmed: 'solid', negated: 'dashed', hypothetical: 'dotted' } as const

/** Pixels: how far the first underline hangs below the letters, how thick each is, how far apart. */
const UNDERLINE = { offset: 4, thickness: 2, step: 3.5 }

let sheet: CSSStyleSheet | undefined
const byLook = new Map<string, Highlight>()
const byMark = new Map<Mark, Highlight>()

/** False where the browser cannot paint ranges: then the margin alone says what is coded. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS
}

/** The highlight for passages that look like this, made at first use. */
export function highlightOf(key: string, look: PaintLook): Highlight {
  let highlight = byLook.get(key)
  if (highlight === undefined) {
    highlight = register(`reader-c-${byLook.size}`, lookRule(look), 0)
    byLook.set(key, highlight)
  }
  return highlight
}

/** As many colours are prepared; the codebooks that have more meet theirs one by one. */
const PREPARED = 100

/**
 * Makes the highlights that passages in these colours will want. Each new one has the browser work out the styles of the
 * page again, so they are made together, before there is a text to scroll.
 */
export function prepareHighlights(colours: readonly string[]): void {
  if (!canHighlight()) return
  for (const colour of [...new Set(colours)].slice(0, PREPARED)) {
    for (let lane = 0; lane < 2 * DEPTHS; lane++) {
      const look = lookIn(lane, colour, 'affirmed')
      highlightOf(keyOf(look), look)
    }
  }
}

export function markHighlight(mark: Mark): Highlight {
  let highlight = byMark.get(mark)
  if (highlight === undefined) {
    highlight = register(`reader-${mark}`, MARK_RULES[mark], 1)
    byMark.set(mark, highlight)
  }
  return highlight
}

function register(name: string, declarations: string, priority: number): Highlight {
  const highlight = new Highlight()
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
  if (sheet === undefined) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
  }
  // On the text alone: what is in it inherits the style, and is spared matching every rule.
  sheet.insertRule(`:is(.reader-text, .reader-room-text)::highlight(${name}) { ${declarations} }`)
  return highlight
}

function lookRule({ colour, depth, isTinted, polarity }: PaintLook): string {
  const offset = UNDERLINE.offset + (depth % DEPTHS) * UNDERLINE.step
  const line = `light-dark(${colour}, color-mix(in oklab, ${colour} 62%, white))`
  const tint = `light-dark(color-mix(in srgb, ${colour} 11%, transparent), color-mix(in srgb, ${colour} 24%, transparent))`
  const background = isTinted ? `background-color: ${tint}; ` : ''
  return `${background}text-decoration: underline ${LINES[polarity]} ${UNDERLINE.thickness}px ${line}; text-underline-offset: ${offset}px; text-decoration-skip-ink: none`
}
