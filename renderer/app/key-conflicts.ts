import type { Shell } from '../../shared/contract/bridge.ts'
import type { CodeKey, KnownCommand } from './commands.ts'
import { IN_THE_TEXT } from './commands.ts'
import { areSameKeys, plainKeyOf } from './keys.ts'

/** A key that means two things. */
export type KeyConflict =
  | { readonly kind: 'command'; readonly keys: string; readonly other: KnownCommand }
  /** A code has the letter or digit: in the text the code goes first. */
  | { readonly kind: 'code'; readonly keys: string; readonly code: string }

/**
 * What else a key would do where the command has it. Commands that hold in different places do not meet; one that holds
 * everywhere meets all.
 */
export function conflictsOf(
  keys: string,
  { command }: Pick<KnownCommand, 'command'>,
  all: readonly KnownCommand[],
  codeKeys: readonly CodeKey[],
  os: Shell['os'],
): readonly KeyConflict[] {
  const plain = plainKeyOf(keys)
  return [
    ...all
      .filter((other) => other.command.id !== command.id && meet(command.within, other.command.within))
      .filter((other) => other.keys.some((theirs) => areSameKeys(theirs, keys, os)))
      .map((other): KeyConflict => ({ kind: 'command', keys, other })),
    ...(meet(command.within, IN_THE_TEXT) ? codeKeys : [])
      .filter(({ key }) => key === plain)
      .map(({ code }): KeyConflict => ({ kind: 'code', keys, code })),
  ]
}

function meet(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other
}
