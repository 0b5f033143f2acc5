/*
 * npm start [-- FILE...]: Tianye in its window, with the named study or the sample study open; where no window can be had,
 * in the browser. npm run start:browser asks for that.
 */
import { spawn } from 'node:child_process'
import { ensureBuilt } from './bundles.ts'
import { hasDisplay } from './find-display.ts'
import { obtainElectron, sandboxArguments } from './find-electron.ts'
import { root } from './paths.ts'

/** An Electron that ends this soon with an error never showed a window (a library or the display is missing). */
const FAILED_START_MS = 5_000

const PARENT_CHECK_MS = 1_000

/**
 * Calls `stop` when npm was told to end: npm passes that on to its shell, and the shell ends without a word to us.
 * @returns the end of the watch
 */
function watchNpm(stop: () => void): () => void {
  const shell = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  const timer = setInterval(() => {
    if (process.ppid !== shell) stop()
  }, PARENT_CHECK_MS)
  return () => {
    clearInterval(timer)
  }
}

/** Runs a program until it ends, handing on the terminal and the signals. Resolves to its exit code. */
function hold(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
    // The terminal sends Ctrl-C to both; this process must live until the other one has closed its study.
    const forward = (signal: NodeJS.Signals): void => {
      child.kill(signal)
    }
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', forward)
    process.on('SIGHUP', forward)
    const endWatch = watchNpm(() => child.kill('SIGTERM'))
    child.on('error', () => {
      endWatch()
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      endWatch()
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}

/** Why no window can be opened, in one line; null where the window was opened and closed again. */
async function openWindow(args: string[]): Promise<string | null> {
  if (!hasDisplay()) return 'There is no display here'
  const electron = await obtainElectron()
  if (electron === null) return 'The Electron binary could not be had'
  const started = performance.now()
  const code = await hold(electron, ['.', ...sandboxArguments(), ...args])
  if (code !== 0 && performance.now() - started < FAILED_START_MS) return `Electron ended with exit code ${code}`
  process.exitCode = code
  return null
}

const args = process.argv.slice(2)
const wantsBrowser = args.includes('--browser')
const named = args.filter((argument) => argument !== '--browser')
const rest = named.length === 0 ? ['--sample'] : named

await ensureBuilt()
const reason = wantsBrowser ? '' : await openWindow(rest)
if (reason !== null) {
  if (reason !== '') console.log(`${reason}: serving Tianye to the browser instead.`)
  const server = ['electron/entry/loopback.ts', '--parent', String(process.pid)]
  process.exitCode = await hold(process.execPath, [...server, ...rest])
}
