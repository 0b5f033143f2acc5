import { useEffect, useMemo, useState } from 'react'
import { create } from 'zustand'
import type { Settings } from '../../shared/contract/study.ts'
import { plainKeyOf } from './keys.ts'

/**
 * Every action of Tianye is a command: in a menu, in the palette, and most under a shortcut, all read off the one list
 * that is kept here. Components offer commands while they are on the screen.
 */
export interface Command {
  /** `code.apply`, `view.reader`; stable, for the native menu and the user's own keys. */
  readonly id: string
  /** In the interface language. */
  readonly label: string
  readonly menu: CommandMenu
  /** Place in its menu; a line is drawn between hundreds. */
  readonly order?: number
  /** `Mod+K`, see keys.ts. The first is shown, all work. What the user has set takes their place. */
  readonly keys?: string | readonly string[]
  /** A CSS selector: the shortcut works only while the focus is inside such an element. Absent: anywhere. */
  readonly within?: string
  /** Absent: enabled. */
  readonly enabled?: boolean
  /** For commands that are on or off. */
  readonly checked?: boolean
  /** The shortcut also works while an input has the focus (never while composing). */
  readonly whileTyping?: boolean
  /** Holding the key runs it again and again. */
  readonly repeats?: boolean
  run(): void
}

/** A command that is or was offered in this window, for setting its keys. */
export interface KnownCommand {
  readonly command: Omit<Command, 'keys' | 'run'>
  /** What it comes with. */
  readonly ownKeys: readonly string[]
  /** What it has now. */
  readonly keys: readonly string[]
}

/** A letter or digit that applies a code in the text. */
export interface CodeKey {
  readonly key: string
  /** What the code is called. */
  readonly code: string
}

/** Where codes have the plain letters and digits. */
export const IN_THE_TEXT = '.reader-text'

export type CommandMenu = 'file' | 'edit' | 'view' | 'code' | 'go' | 'help'

const registrations = new Map<symbol, readonly Command[]>()

interface Lists {
  /** With the keys that work. */
  readonly list: readonly Command[]
  readonly known: ReadonlyMap<string, KnownCommand>
  /** The user's own keys, by command. */
  readonly custom: Settings['keys']
  readonly codeKeys: readonly CodeKey[]
}

const useLists = create<Lists>()(() => ({ list: [], known: new Map(), custom: {}, codeKeys: [] }))

/** Offers commands until the returned function is called. Of two with one id, the later is meant. */
export function registerCommands(commands: readonly Command[]): () => void {
  const owner = Symbol('commands')
  publish(owner, commands)
  return () => {
    withdraw(owner)
  }
}

/** Offers commands while the component is on the screen. Needs no memoisation: `run` may be a new function each time. */
export function useCommands(commands: readonly Command[]): void {
  const [owner] = useState(() => Symbol('commands'))
  useEffect(() => {
    publish(owner, commands)
  })
  useEffect(
    () => () => {
      withdraw(owner)
    },
    [owner],
  )
}

/** The commands offered now, as menus show them. */
export function useCommandList(): readonly Command[] {
  return useLists((state) => state.list)
}

/** Every command that has been offered in this window since its language was chosen. */
export function useKnownCommands(): readonly KnownCommand[] {
  const known = useLists((state) => state.known)
  return useMemo(() => [...known.values()], [known])
}

/** The letters and digits that apply codes in the open study, in the order of its codebook. */
export function useCodeKeys(): readonly CodeKey[] {
  return useLists((state) => state.codeKeys)
}

/** A command's first key, for words that name it; null where it has none or is not offered. */
export function useKeysOf(id: string): string | null {
  return useLists((state) => {
    const command = state.list.find((candidate) => candidate.id === id)
    return command === undefined ? null : (keysOf(command)[0] ?? null)
  })
}

/** Gives commands the keys that the user has set. The one place where that is done: all lists of commands follow. */
export function setCustomKeys(custom: Settings['keys']): void {
  if (JSON.stringify(custom) === JSON.stringify(useLists.getState().custom)) return
  useLists.setState({ custom })
  rebuild()
}

/** Says which letters and digits apply codes: in the text no command has them then. */
export function setCodeKeys(codeKeys: readonly CodeKey[]): void {
  if (JSON.stringify(codeKeys) === JSON.stringify(useLists.getState().codeKeys)) return
  useLists.setState({ codeKeys })
  rebuild()
}

/** Forgets the commands that are not offered now: their labels were in another language. */
export function forgetCommandsOffScreen(): void {
  useLists.setState({ known: new Map() })
  rebuild()
}

/** The commands offered now, outside a component. */
export function currentCommands(): readonly Command[] {
  return useLists.getState().list
}

/** Runs a command if it is offered and enabled; says whether it did. */
export function runCommand(id: string): boolean {
  const command = [...registrations.values()]
    .flat()
    .filter((candidate) => candidate.id === id)
    .at(-1)
  if (!command || command.enabled === false) return false
  command.run()
  return true
}

/** All shortcuts of a command that was read off a list, the one that is shown first. */
export function keysOf(command: Command): readonly string[] {
  if (command.keys === undefined) return []
  return typeof command.keys === 'string' ? [command.keys] : command.keys
}

function publish(owner: symbol, commands: readonly Command[]): void {
  const before = registrations.get(owner)
  registrations.set(owner, commands)
  // `run` is always looked up afresh, so a new function alone is no news for menus and palette.
  if (!before || !looksAlike(before, commands)) rebuild()
}

function withdraw(owner: symbol): void {
  if (registrations.delete(owner)) rebuild()
}

function rebuild(): void {
  const { custom, codeKeys, known: before } = useLists.getState()
  const known = new Map(before)
  const ofCodes = new Set(codeKeys.map(({ key }) => key))
  const byId = new Map<string, Command>()
  for (const command of [...registrations.values()].flat()) {
    const ownKeys = keysOf(command)
    const keys = custom[command.id] ?? ownKeys
    const { run: _, keys: __, ...shown } = command
    known.set(command.id, { command: shown, ownKeys, keys })
    const working = command.within === IN_THE_TEXT ? keys.filter((key) => !ofCodes.has(plainKeyOf(key) ?? '')) : keys
    byId.set(command.id, { ...command, keys: working })
  }
  for (const [id, entry] of known) {
    if (!byId.has(id)) known.set(id, { ...entry, keys: custom[id] ?? entry.ownKeys })
  }
  useLists.setState({ list: [...byId.values()].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)), known })
}

function looksAlike(before: readonly Command[], after: readonly Command[]): boolean {
  return (
    before.length === after.length &&
    before.every((command, index) => {
      const other = after[index]!
      return (
        command.id === other.id &&
        command.label === other.label &&
        command.menu === other.menu &&
        command.order === other.order &&
        String(command.keys) === String(other.keys) &&
        command.within === other.within &&
        command.enabled === other.enabled &&
        command.checked === other.checked &&
        command.whileTyping === other.whileTyping &&
        command.repeats === other.repeats
      )
    })
  )
}
