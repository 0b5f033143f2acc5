import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay } from '../../scripts/find-display.ts'
import { locateElectron, sandboxArguments } from '../../scripts/find-electron.ts'
import { quantile, type Measurement } from '../../scripts/measurement.ts'
import { root } from '../../scripts/paths.ts'

const ROUNDS = 7

/** From the start of the desktop app to a window that shows the open study: what `--smoke-test` waits for. */
export async function measure(): Promise<Measurement[]> {
  const electron = locateElectron()
  if (electron === null) {
    console.log('SKIPPED: no Electron binary')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'tianye-bench-start-'))
  const screen = hasDisplay() ? null : await virtualScreen()
  try {
    const start = () => startToWindow(electron, folder, screen?.display ?? process.env.DISPLAY ?? '')
    // The first start makes the sample study; people have their own.
    await start()
    const samples: number[] = []
    for (let round = 0; round < ROUNDS; round++) samples.push(await start())
    return [{ name: 'start to usable window (Electron)', measured: quantile(samples, 0.5), unit: 'ms', budget: 2000 }]
  } finally {
    screen?.server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function startToWindow(electron: string, folder: string, display: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const app = spawn(electron, ['.', ...sandboxArguments(), `--user-data-dir=${folder}`, '--smoke-test'], {
      cwd: root,
      env: { ...process.env, DISPLAY: display },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let shown: number | null = null
    app.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('"ok":true')) shown = performance.now() - begun
    })
    app.on('exit', () => {
      if (shown === null) reject(new Error('no window was shown'))
      else resolve(shown)
    })
  })
}

async function virtualScreen(): Promise<{ server: ChildProcess; display: string }> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await new Promise<string>((found) => {
    server.stdout.once('data', (chunk: Buffer) => {
      found(chunk.toString().trim())
    })
  })
  return { server, display: `:${number}` }
}
