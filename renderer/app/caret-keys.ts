import type { Shell } from '../../shared/contract/bridge.ts'

export interface CaretKeys {
  readonly what: 'character' | 'word' | 'line' | 'lineEnds' | 'page' | 'document' | 'extend' | 'all' | 'escape'
  /** As keys.ts writes them. */
  readonly keys: readonly string[]
}

/** The fixed keys of the caret (reader-keys.ts), for the overlay that lists all keys. */
export function caretKeys(os: Shell['os']): readonly CaretKeys[] {
  const mac = os === 'mac'
  return [
    { what: 'character', keys: ['ArrowLeft', 'ArrowRight'] },
    { what: 'word', keys: mac ? ['Alt+ArrowLeft', 'Alt+ArrowRight'] : ['Mod+ArrowLeft', 'Mod+ArrowRight'] },
    { what: 'line', keys: ['ArrowUp', 'ArrowDown'] },
    { what: 'lineEnds', keys: mac ? ['Mod+ArrowLeft', 'Mod+ArrowRight'] : ['Home', 'End'] },
    { what: 'page', keys: ['PageUp', 'PageDown'] },
    { what: 'document', keys: mac ? ['Mod+ArrowUp', 'Mod+ArrowDown'] : ['Mod+Home', 'Mod+End'] },
    { what: 'extend', keys: ['Shift'] },
    { what: 'all', keys: ['Mod+A'] },
    { what: 'escape', keys: ['Escape'] },
  ]
}
