/** What a key means in a tree of lines, where only the place in the list is known. */

export interface TreeLine {
  readonly id: string
  /** From 1. */
  readonly level: number
  /** undefined: nothing below it. */
  readonly isOpen: boolean | undefined
}

export type TreeMove = { readonly kind: 'move'; readonly to: number } | { readonly kind: 'toggle'; readonly at: number }

/** Where a key leads from line `at`, `page` lines being on the screen; null: the key means nothing here. */
export function treeMove(key: string, lines: readonly TreeLine[], at: number, page: number): TreeMove | null {
  const last = lines.length - 1
  const line = lines[at]
  const to = (index: number): TreeMove => ({ kind: 'move', to: Math.min(Math.max(0, index), Math.max(0, last)) })
  switch (key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'PageDown':
      return to(at + page)
    case 'PageUp':
      return to(at - page)
    case 'Home':
      return to(0)
    case 'End':
      return to(last)
    case 'ArrowRight':
      if (line?.isOpen === undefined) return null
      return line.isOpen ? to(at + 1) : { kind: 'toggle', at }
    case 'ArrowLeft': {
      if (line === undefined) return null
      if (line.isOpen === true) return { kind: 'toggle', at }
      const above = lines.findLastIndex((other, index) => index < at && other.level < line.level)
      return above < 0 ? null : to(above)
    }
    default:
      return null
  }
}

/**
 * The next line that begins with what is typed, from the one behind `at` (or from `at` itself once more letters follow)
 * and round the end; -1 where none does. `begins` says so of a line.
 */
export function typedAhead(count: number, at: number, typed: string, begins: (index: number) => boolean): number {
  const start = typed.length > 1 ? at : at + 1
  for (let step = 0; step < count; step++) {
    const index = (start + step) % count
    if (begins(index)) return index
  }
  return -1
}
