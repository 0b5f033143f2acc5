import { realpathSync, statSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { PickedFile } from '../../shared/contract/bridge.ts'
import type { OpenStudy } from '../../shared/desktop/host-control.ts'
import type { DesktopEvent } from '../../shared/desktop/shell-calls.ts'
import { askToRetry, failFatally } from './fatal.ts'
import { HostProcess } from './host-process.ts'
import type { HostPaths } from './host-process.ts'
import { PAGE_URL } from './page-address.ts'
import { isStudyFile } from './start-arguments.ts'
import { placeForWindow, rememberPlace } from './window-state.ts'

/** What a new window shows: a study, the sample, or the welcome page. */
export type WindowContent = { readonly path: string } | 'sample' | null

interface Entry {
  host: HostProcess
  /** Settles when the window's page has asked for its host for the first time: from then on it hears events. */
  readonly connected: Promise<null>
  readonly setConnected: () => void
}

/** A page that fails again this soon would fail forever. */
const RELOAD_LIMIT_MS = 30_000

/** The windows and their hosts: one study per window, one host per study, shared by the windows on that study. */
export class Windows {
  readonly #preload: string
  readonly #paths: HostPaths
  readonly #entries = new Map<BrowserWindow, Entry>()
  readonly #closing = new Set<Promise<void>>()

  constructor(preload: string, paths: HostPaths) {
    this.#preload = preload
    this.#paths = paths
  }

  open(content: WindowContent): BrowserWindow {
    const host = this.#startHost()
    const window = this.#createWindow(host)
    if (content === 'sample') void host.open(null)
    else if (content !== null) void this.#openStudy(window, host, content.path)
    return window
  }

  /** Opens files named from outside: studies in windows of their own, the rest in the window at hand. */
  openFiles(paths: readonly string[]): void {
    for (const path of paths.filter(isStudyFile)) {
      const other = this.#windowOn(path)
      const empty = [...this.#entries].find(([, { host }]) => host.isEmpty)
      if (other !== null) show(other)
      else if (empty === undefined) this.open({ path })
      else {
        show(empty[0])
        void this.#openStudy(empty[0], empty[1].host, path)
      }
    }
    const rest = paths.filter((path) => !isStudyFile(path))
    if (rest.length > 0) void this.#announceFiles(this.current() ?? this.open(null), rest)
  }

  /** The window the user is in, or was last. */
  current(): BrowserWindow | null {
    return BrowserWindow.getFocusedWindow() ?? [...this.#entries.keys()].at(-1) ?? null
  }

  showCurrent(): void {
    show(this.current() ?? this.open(null))
  }

  /** Gives the page in `window` a port to its host. */
  async connect(window: BrowserWindow): Promise<void> {
    const entry = this.#entries.get(window)
    if (entry === undefined) return
    const port = await entry.host.connect()
    if (window.isDestroyed()) return
    window.webContents.postMessage('port', null, [port])
    entry.setConnected()
  }

  /** Tickets for files that the user picked or dropped. What is no file (a folder, a socket, gone) gets none. */
  async ticketsFor(window: BrowserWindow, paths: readonly string[]): Promise<PickedFile[]> {
    const files = paths.flatMap((path) => {
      const size = isAbsolute(path) ? sizeOf(path) : null
      return size === null ? [] : [{ path, size }]
    })
    return this.#issue(window, files)
  }

  /** A ticket for a file to be written; `path` comes from a save dialog. */
  async ticketFor(window: BrowserWindow, path: string): Promise<PickedFile | null> {
    const [ticket] = await this.#issue(window, [{ path, size: 0 }])
    return ticket ?? null
  }

  /**
   * Where a study that the user picks in `window` is open already: an empty window joins that study's host, otherwise
   * the window that shows it comes forward. Whether it was so.
   */
  async joinIfOpen(window: BrowserWindow, path: string): Promise<boolean> {
    const other = this.#windowOn(path)
    const entry = this.#entries.get(window)
    const otherHost = other === null ? undefined : this.#entries.get(other)?.host
    if (other === null || entry === undefined || otherHost === undefined || otherHost === entry.host) return false
    if (entry.host.isEmpty) await this.#join(window, entry, otherHost)
    else show(other)
    return true
  }

  studyOf(window: BrowserWindow): OpenStudy | null {
    return this.#entries.get(window)?.host.study ?? null
  }

  checkpoint(window: BrowserWindow): void {
    this.#entries.get(window)?.host.checkpoint()
  }

  /** Whether a host whose windows are gone is still closing its study. */
  get isClosing(): boolean {
    return this.#closing.size > 0
  }

  async hostsClosed(): Promise<void> {
    await Promise.all(this.#closing)
  }

  send(window: BrowserWindow, event: DesktopEvent): void {
    if (!window.isDestroyed()) window.webContents.send('bridge-event', event)
  }

  #createWindow(host: HostProcess): BrowserWindow {
    const { bounds, maximized } = placeForWindow(this.#entries.size)
    const window = new BrowserWindow({
      ...bounds,
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Tianye',
      webPreferences: {
        preload: this.#preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: !app.isPackaged,
        // Its dictionaries would come from a server.
        spellcheck: false,
      },
    })
    const { promise, resolve } = Promise.withResolvers<null>()
    this.#entries.set(window, {
      host,
      connected: promise,
      setConnected: () => {
        resolve(null)
      },
    })
    if (maximized) window.maximize()
    window.once('ready-to-show', () => {
      window.show()
    })
    window.on('page-title-updated', (event) => {
      // The title is what the page says through the shell, not the document's.
      event.preventDefault()
    })
    window.on('blur', () => {
      this.checkpoint(window)
    })
    window.on('close', () => {
      rememberPlace(window)
    })
    window.on('closed', () => {
      const entry = this.#entries.get(window)
      this.#entries.delete(window)
      if (entry !== undefined) this.#release(entry.host)
    })
    reloadAfterCrash(window)
    void window.loadURL(PAGE_URL)
    return window
  }

  #startHost(): HostProcess {
    const host: HostProcess = new HostProcess(this.#paths, {
      onStudy: (study) => {
        if (study !== null && !study.isSample) app.addRecentDocument(study.path)
      },
      onLost: () => {
        for (const window of this.#windowsOf(host)) this.send(window, { type: 'host', state: 'lost' })
      },
      onRestarted: (notOpened) => {
        for (const window of this.#windowsOf(host)) void this.#reconnect(window, notOpened)
      },
      onHopeless: async () => {
        if ((await askToRetry()) === 'retry') return true
        app.exit(1)
        return false
      },
    })
    return host
  }

  async #reconnect(window: BrowserWindow, notOpened: string | null): Promise<void> {
    await this.connect(window)
    this.send(window, { type: 'host', state: 'restarted' })
    if (notOpened !== null) await this.#announceFiles(window, [notOpened])
  }

  async #join(window: BrowserWindow, entry: Entry, host: HostProcess): Promise<void> {
    const former = entry.host
    entry.host = host
    this.send(window, { type: 'host', state: 'lost' })
    await this.#reconnect(window, null)
    this.#release(former)
  }

  /** What cannot be opened here is left to the page, which tries again and shows why not. */
  async #openStudy(window: BrowserWindow, host: HostProcess, path: string): Promise<void> {
    if ((await host.open(path)) === null) await this.#announceFiles(window, [path])
  }

  async #announceFiles(window: BrowserWindow, paths: readonly string[]): Promise<void> {
    await this.#entries.get(window)?.connected
    const files = await this.#issue(
      window,
      paths.map((path) => ({ path, size: sizeOf(path) ?? 0 })),
    )
    if (files.length > 0) this.send(window, { type: 'opened', files })
  }

  async #issue(window: BrowserWindow, files: readonly { path: string; size: number }[]): Promise<PickedFile[]> {
    const handles = await this.#entries.get(window)?.host.handlesFor(files.map(({ path }) => path))
    return files.flatMap(({ path, size }, index) => {
      const handle = handles?.[index]
      return handle === undefined ? [] : [{ handle, name: basename(path), size }]
    })
  }

  #windowsOf(host: HostProcess): BrowserWindow[] {
    return [...this.#entries].filter(([, entry]) => entry.host === host).map(([window]) => window)
  }

  #windowOn(path: string): BrowserWindow | null {
    const real = realPathOf(path)
    const found = [...this.#entries].find(([, { host }]) => host.path !== null && realPathOf(host.path) === real)
    return found?.[0] ?? null
  }

  #release(host: HostProcess): void {
    if (this.#windowsOf(host).length > 0) return
    const closing: Promise<void> = host.close().finally(() => this.#closing.delete(closing))
    this.#closing.add(closing)
  }
}

function show(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function reloadAfterCrash(window: BrowserWindow): void {
  let lastCrash = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = performance.now()
    if (now - lastCrash < RELOAD_LIMIT_MS) failFatally()
    lastCrash = now
    window.webContents.reload()
  })
}

/** Bytes, or null where there is no such file. */
function sizeOf(path: string): number | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true ? stats.size : null
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
