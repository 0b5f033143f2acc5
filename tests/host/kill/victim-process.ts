import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { expect, onTestFinished } from 'vitest'
import { RESOURCES } from '../resources.ts'

/** The victim as one file, as the host is packed: it starts in a third of the time, and it starts 200 times. `entry`: a file of this folder. */
export async function bundleVictim(entry: string): Promise<string> {
  const root = join(import.meta.dirname, '../../..')
  // Inside the project, where the driver is found.
  const outDir = join(root, '.cache', `${basename(entry, '.ts')}-${process.pid}`)
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(import.meta.dirname, entry), outDir, target: 'node24', minify: false },
  })
  return join(outDir, `${basename(entry, '.ts')}.js`)
}

/** A process that works on a study until it is killed. */
export class Victim {
  readonly #child: ChildProcessWithoutNullStreams
  #output = ''

  constructor(script: string, args: readonly string[]) {
    this.#child = spawn(process.execPath, [script, ...args, RESOURCES])
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => (this.#output += text))
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#output += `stderr: ${text}`))
  }

  /**
   * Lets it work and kills it `ms` after it began to open the study, or after its first command; returns the ids of
   * the operations it acknowledged.
   */
  async workAndDie(since: 'opening' | 'first command', ms: number): Promise<number[]> {
    await this.#until(/ready\n/)
    this.#child.stdin.write('go\n')
    if (since === 'first command') await this.#until(/ready\n\d+\n/)
    await wait(ms)
    return this.die()
  }

  async #until(output: RegExp): Promise<void> {
    while (!output.test(this.#output)) {
      if (this.#child.exitCode !== null) throw new Error(`the victim ended by itself: ${this.#output}`)
      await wait(1)
    }
  }

  async die(): Promise<number[]> {
    const closed = once(this.#child, 'close')
    this.#child.kill('SIGKILL')
    await closed
    expect(this.#output).not.toContain('stderr')
    return this.#output.split('\n').slice(1).filter(Boolean).map(Number)
  }
}
