import type { z } from 'zod'
import type { Topic } from './topics.ts'

/**
 * One entry of the contract: what may be asked for, in which shape, and what the answer depends on.
 *
 * - A **query** reads. `touches` names the topics its answer depends on; a `changed` event on one of them makes it stale.
 * - A **command** writes, in one transaction, and becomes one entry of the change log. What it changed is read off the
 *   log by the host (one rule for commands, undo, redo and imports), so it declares no topics of its own, only the label
 *   under which its undo is offered.
 * - A **job** takes long: it is asynchronous, reports progress and can be cancelled. A job that writes does so in one
 *   transaction at its end and carries an undo label like a command.
 *
 * Values are JSON-safe on both sides, so that every transport behaves alike.
 */
export type Definition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> =
  QueryDefinition<I, O> | CommandDefinition<I, O> | JobDefinition<I, O>

export interface QueryDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'query'
  readonly input: I
  readonly output: O
  readonly touches: (input: z.output<I>) => readonly Topic[]
}

export interface CommandDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'command'
  readonly input: I
  readonly output: O
  /** Key under `undo.` in the language files; the handler supplies the parameters with `context.describe`. */
  readonly undoLabel: string
}

export interface JobDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'job'
  readonly input: I
  readonly output: O
  /** null: the job writes nothing that is logged. */
  readonly undoLabel: string | null
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  touches: (input: z.output<I>) => readonly Topic[],
): QueryDefinition<I, O> {
  return { kind: 'query', input, output, touches }
}

export function command<I extends z.ZodType, O extends z.ZodType, L extends string>(
  undoLabel: L,
  input: I,
  output: O,
): CommandDefinition<I, O> & { readonly undoLabel: L } {
  return { kind: 'command', input, output, undoLabel }
}

export function job<I extends z.ZodType, O extends z.ZodType>(
  undoLabel: string | null,
  input: I,
  output: O,
): JobDefinition<I, O> {
  return { kind: 'job', input, output, undoLabel }
}
