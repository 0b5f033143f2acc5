import { spawn } from 'node:child_process'
import { root } from './paths.ts'

export interface RunOptions {
  env?: NodeJS.ProcessEnv
  /** After this many milliseconds the program and everything it started is stopped. */
  timeoutMs?: number
  /** Keep the output instead of showing it. */
  capture?: boolean
}

export interface RunResult {
  /** The exit code; 127 where the program could not be started. */
  code: number
  /** Standard output and standard error in the order they came, with `capture` only. */
  output: string
  timedOut: boolean
}

/** Runs a program from the repository's root without a standard input, and waits for it. It never throws. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  const isPosix = process.platform !== 'win32'
  return new Promise((resolve) => {
    let output = ''
    let timedOut = false
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // A process group of its own, so that a stop reaches the browsers and servers a test run started.
      detached: isPosix,
    })
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)

    const stop = (signal: NodeJS.Signals): void => {
      if (child.pid === undefined) return
      try {
        process.kill(isPosix ? -child.pid : child.pid, signal)
      } catch {
        // It ended by itself in the meantime.
      }
    }
    const interrupted = (signal: NodeJS.Signals): void => {
      stop(signal)
      process.exit(130)
    }
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            stop('SIGKILL')
          }, options.timeoutMs)
    process.on('SIGINT', interrupted)
    process.on('SIGTERM', interrupted)

    const finish = (code: number): void => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      resolve({ code, output, timedOut })
    }
    child.on('error', (error) => {
      output += error.message
      finish(127)
    })
    child.on('close', (code) => {
      finish(code ?? 1)
    })
  })
}

/** Runs a Node program with the Node that runs this one. */
export function runNode(args: string[], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, args, options)
}
