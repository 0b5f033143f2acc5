import { useBridge } from '../../app/bridge.ts'
import type { KnownCommand } from '../../app/commands.ts'
import { areSameKeys } from '../../app/keys.ts'
import { useSettings, useUpdateSettings } from '../../app/settings.ts'

export interface CustomKeys {
  /** Commands whose keys are not those they come with. */
  readonly changed: ReadonlySet<string>
  /** Gives a command one more key and takes the key from others. */
  add(command: KnownCommand, keys: string, from: readonly KnownCommand[]): void
  remove(command: KnownCommand, keys: string): void
  reset(command: KnownCommand): void
  resetAll(): void
}

/** The keys that the user has set, as changes to them. They are the user's own, outside every study. */
export function useCustomKeys(): CustomKeys {
  const { keys: custom } = useSettings()
  const update = useUpdateSettings()
  const { shell } = useBridge()

  function set(changes: readonly (readonly [KnownCommand, readonly string[]])[]): void {
    const changed = new Map(changes.map(([{ command, ownKeys }, keys]) => [command.id, { ownKeys, keys }]))
    const next: Record<string, string[]> = Object.fromEntries(Object.entries(custom).filter(([id]) => !changed.has(id)))
    for (const [id, { ownKeys, keys }] of changed) if (!isSameList(keys, ownKeys)) next[id] = [...keys]
    update({ keys: next })
  }

  return {
    changed: new Set(Object.keys(custom)),
    add(command, keys, from) {
      set([
        [command, [...command.keys, keys]],
        ...from.map((other) => [other, other.keys.filter((theirs) => !areSameKeys(theirs, keys, shell.os))] as const),
      ])
    },
    remove(command, keys) {
      set([[command, command.keys.filter((own) => own !== keys)]])
    },
    reset(command) {
      set([[command, command.ownKeys]])
    },
    resetAll() {
      update({ keys: {} })
    },
  }
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((keys, index) => keys === other[index])
}
