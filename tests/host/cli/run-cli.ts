import { spawn, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { z } from 'zod'

const ROOT = resolve(import.meta.dirname, '../../..')

export interface CliResult {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the real command line in a process of its own. */
export function startCli(
  folder: string,
  args: readonly string[],
  options: { readonly uid?: number } = {},
): ChildProcess {
  return spawn(
    process.execPath,
    [join(ROOT, 'electron', 'entry', 'cli.ts'), ...args, '--user-data', join(folder, 'user-data')],
    { cwd: folder, ...options },
  )
}

export async function runCli(
  folder: string,
  args: readonly string[],
  options: { readonly uid?: number } = {},
): Promise<CliResult> {
  const child = startCli(folder, args, options)
  const text = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk))
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk))
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed)
    child.on('close', done)
  })
  return { code, ...text }
}

/** Runs a command with `--json`, and checks that its one document has the shape that is promised. */
export async function runJson<S extends z.ZodType>(
  folder: string,
  schema: S,
  args: readonly string[],
): Promise<CliResult & { readonly json: z.output<S> }> {
  const result = await runCli(folder, [...args, '--json'])
  return { ...result, json: schema.parse(JSON.parse(result.out)) }
}
