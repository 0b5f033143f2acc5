import type { z } from 'zod'
import type { Message } from '../../../shared/contract/values.ts'
import { sentence } from './sentence.ts'

/** Prints a command's one JSON document, in the shape that `docs/cli.md` promises. */
export function printJson<S extends z.ZodType>(schema: S, value: z.input<S>): void {
  process.stdout.write(`${JSON.stringify(schema.parse(value), null, 2)}\n`)
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Says what went wrong, and lets the command end with exit code 1. */
export function complain(text: string): void {
  process.exitCode = 1
  process.stderr.write(`${text}\n`)
}

/** A message with its sentence, for JSON. */
export function spoken(message: Message): Message & { message: string } {
  return { ...message, message: sentence(message) }
}
