import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Windows } from './windows.ts'

const LIMIT_MS = 60_000
const STEP_MS = 100

/**
 * `--smoke-test`: waits until the page shows the open study's name, prints one line of JSON and ends. For the test of
 * the packaged app, which nothing can look into.
 */
export async function smokeTest(windows: Windows, window: BrowserWindow): Promise<void> {
  const until = performance.now() + LIMIT_MS
  while (performance.now() < until) {
    const study = windows.studyOf(window)
    if (study !== null && (await textOf(window)).includes(study.name)) {
      end({ ok: true, documents: study.documents }, 0)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
  }
  end({ ok: false, documents: windows.studyOf(window)?.documents ?? 0 }, 1)
}

async function textOf(window: BrowserWindow): Promise<string> {
  if (window.webContents.isLoading()) return ''
  const text: unknown = await window.webContents.executeJavaScript('document.body.innerText')
  return typeof text === 'string' ? text : ''
}

function end(result: { ok: boolean; documents: number }, code: number): void {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => {
    process.exitCode = code
    app.quit()
  })
}
