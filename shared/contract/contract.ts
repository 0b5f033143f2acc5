import type { z } from 'zod'
import { agreement } from './agreement.ts'
import { assignment } from './assignment.ts'
import { code } from './code.ts'
import { coder } from './coder.ts'
import { coding } from './coding.ts'
import { correction } from './correction.ts'
import type { Definition } from './define.ts'
import { disagreement } from './disagreement.ts'
import { document } from './document.ts'
import { episode } from './episode.ts'
import { frequency } from './frequency.ts'
import { history } from './history.ts'
import { matrix } from './matrix.ts'
import { memo } from './memo.ts'
import { conflict, merge } from './merge.ts'
import { profile } from './profile.ts'
import { search } from './search.ts'
import { segment } from './segment.ts'
import { settings, study } from './study.ts'
import { transfer } from './transfer.ts'
import { view } from './view.ts'

/** Everything the renderer and the command line may ask of the host: the only way in. */
export const contract = {
  ...study,
  ...settings,
  ...coder,
  ...assignment,
  ...history,
  ...document,
  ...code,
  ...coding,
  ...correction,
  ...episode,
  ...segment,
  ...search,
  ...frequency,
  ...view,
  ...matrix,
  ...memo,
  ...merge,
  ...conflict,
  ...profile,
  ...agreement,
  ...disagreement,
  ...transfer,
} as const satisfies Record<string, Definition>

export type Contract = typeof contract
export type Name = keyof Contract
export type NamesOf<K extends Definition['kind']> = {
  [N in Name]: Contract[N]['kind'] extends K ? N : never
}[Name]

/** What a caller passes (before defaults). */
export type In<N extends Name> = z.input<Contract[N]['input']>
/** What a handler gets (after validation and defaults). */
export type Parsed<N extends Name> = z.output<Contract[N]['input']>
export type Out<N extends Name> = z.output<Contract[N]['output']>

/** The definition called `name`, or undefined. Own properties only: `__proto__` is no method. */
export function definitionOf(name: string): Definition | undefined {
  return Object.hasOwn(contract, name) ? (contract as Record<string, Definition>)[name] : undefined
}
