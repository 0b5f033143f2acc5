import { useBridge } from './bridge.ts'
import { useKeysOf } from './commands.ts'
import { shownKeys } from './keys.ts'

/** A command's first key as people read it, for tooltips and sentences; undefined where it has none now. */
export function useShownKeys(commandId: string): string | undefined {
  const { shell } = useBridge()
  const keys = useKeysOf(commandId)
  return keys === null ? undefined : shownKeys(keys, shell.os)
}
