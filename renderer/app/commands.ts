import { useEffect, useState } from 'react'
import { create } from 'zustand'

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
  /** `Mod+K`, see keys.ts. The first is shown, all work. */
  readonly keys?: string | readonly string[]
  /** A CSS selector: the shortcut works only while the focus is inside such an element. Absent: anywhere. */
  readonly within?: string
  /** Absent: enabled. */
  readonly enabled?: boolean
  /** For commands that are on or off. */
  readonly checked?: boolean
  /** The shortcut also works while an input has the focus (never while composing). */
  readonly whileTyping?: boolean
  run(): void
}

export type CommandMenu = 'file' | 'edit' | 'view' | 'code' | 'go' | 'help'

const registrations = new Map<symbol, readonly Command[]>()

const useList = create<{ list: readonly Command[] }>()(() => ({ list: [] }))

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
  return useList((state) => state.list)
}

/** The commands offered now, outside a component. */
export function currentCommands(): readonly Command[] {
  return useList.getState().list
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

/** All shortcuts of a command, the one that is shown first. */
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
  const byId = new Map<string, Command>()
  for (const command of [...registrations.values()].flat()) byId.set(command.id, command)
  useList.setState({ list: [...byId.values()].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)) })
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
        command.whileTyping === other.whileTyping
      )
    })
  )
}
