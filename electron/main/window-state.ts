import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, screen } from 'electron'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'

/** Where the last window was: the next one opens there, if there is still a screen. */
const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) }),
  maximized: z.boolean(),
})
type WindowState = z.output<typeof stateSchema>

const DEFAULT_SIZE = { width: 1440, height: 900 }
/** How far a second window stands from the first, in pixels. */
const STEP = 28

function file(): string {
  return join(app.getPath('userData'), 'window.json')
}

/** Where to put a new window when `open` windows are open. */
export function placeForWindow(open: number): { bounds: Partial<Rectangle>; maximized: boolean } {
  const state = read()
  if (state === null || !isOnScreen(state.bounds)) return { bounds: DEFAULT_SIZE, maximized: false }
  const { x, y, width, height } = state.bounds
  return {
    bounds: { x: x + open * STEP, y: y + open * STEP, width, height },
    maximized: state.maximized && open === 0,
  }
}

/** Remembers a window's place when it closes. */
export function rememberPlace(window: BrowserWindow): void {
  const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
  try {
    writeFileSync(file(), JSON.stringify(state), { mode: 0o600 })
  } catch {
    // Not worth a word: the next window opens in the middle.
  }
}

function read(): WindowState | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file(), 'utf8')))
  } catch {
    return null
  }
}

/** Whether enough of the title bar is on a screen to take hold of it. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(x + width, workArea.x + workArea.width)
    return right - Math.max(x, workArea.x) >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 50
  })
}
