import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { Command } from '../../app/commands.ts'

export interface PaletteEntry {
  readonly id: string
  readonly kind: 'document' | 'command'
  readonly label: string
  /** What stands behind it: a village, a shortcut. */
  readonly note: string | null
  readonly run: () => void
}

/** More are not listed: the list fits on the screen, and one types on instead of scrolling. */
const MOST = 14

/** The entries in which every typed word occurs; beginnings first, otherwise in the order given. */
export function matchEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = fold(typed).split(' ').filter(Boolean)
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank !== Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

export function commandEntry(command: Command, keys: string | null): PaletteEntry {
  return {
    id: `command-${command.id}`,
    kind: 'command',
    label: command.label,
    note: keys,
    run: () => {
      command.run()
    },
  }
}

export function documentEntry(row: DocumentRow, open: (id: number) => void): PaletteEntry {
  const note = [row.village, ...row.respondents.map((person) => person.name), row.wave].filter(Boolean).join(' · ')
  return {
    id: `document-${row.id}`,
    kind: 'document',
    label: row.name,
    note: note || null,
    run: () => {
      open(row.id)
    },
  }
}

function rankOf(entry: PaletteEntry, words: readonly string[]): number {
  const label = fold(entry.label)
  const all = `${label} ${fold(entry.note ?? '')}`
  if (!words.every((word) => all.includes(word))) return Infinity
  return words[0] !== undefined && label.startsWith(words[0]) ? 0 : 1
}

/** Without regard to case and width: full-width letters of a Chinese input method find the same. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
