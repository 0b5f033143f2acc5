import { parseArgs, type ParseArgsConfig } from 'node:util'

/** The command was called in a way it does not understand; the message says how, and the help is shown below it. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

/** Options that every command has. */
const COMMON = {
  json: { type: 'boolean', default: false },
  'user-data': { type: 'string' },
} as const satisfies Options

/** Parses a command's arguments. Throws `UsageError` for options it does not have. */
export function parseCommand<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options: { ...options, ...COMMON }, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** One of `choices`. Throws `UsageError`. */
export function choice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((known) => known === value)
  if (found === undefined) throw new UsageError(`${option} is one of ${choices.join(', ')}, not "${value}".`)
  return found
}

/** The study that comes first, and exactly `others` further arguments. Throws `UsageError`. */
export function studyAnd(positionals: readonly string[], others: readonly string[] = []): string[] {
  const names = ['STUDY.tianye', ...others]
  const missing = names[positionals.length]
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`)
  const extra = positionals[names.length]
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`)
  return [...positionals]
}
