/**
 * The main process: windows, menus, dialogs and the security policy. No study is ever opened here and no file parsed;
 * that is the host's, one process per study.
 */
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { askWhatToOpen, askWhereToSave } from './dialogs.ts'
import { failFatally } from './fatal.ts'
import { answerShellCall } from './ipc.ts'
import { Menus } from './menus.ts'
import { declarePageScheme, servePage } from './page-protocol.ts'
import { closeTheDoors, openExternal } from './security.ts'
import { smokeTest } from './smoke-test.ts'
import { isStudyFile, readArguments } from './start-arguments.ts'
import { Windows } from './windows.ts'

/** The app's root, in development and in the package alike: this file is `dist/main/main.js` in it. */
const ROOT = resolve(import.meta.dirname, '../..')
const FILES_OF_SECOND_START = z.object({ files: z.array(z.string()) })

const start = readArguments(process.argv, process.cwd(), !app.isPackaged)

process.on('uncaughtException', () => failFatally())
// Chromium cannot sandbox root (a container, a test machine), which has to ask for --no-sandbox; nobody else goes without.
if (process.getuid?.() !== 0 || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (start.userData !== null) app.setPath('userData', start.userData)
declarePageScheme()

if (app.requestSingleInstanceLock({ files: start.files })) run()
else app.quit()

function run(): void {
  /** macOS names files by events, the first of them before the app is ready. */
  let openFiles = (paths: readonly string[]): void => {
    early.push(...paths)
  }
  const early = [...start.files]
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFiles([path])
  })

  void app.whenReady().then(() => {
    const userData = app.getPath('userData')
    const windows = new Windows(join(ROOT, 'dist/preload/preload.cjs'), {
      program: join(ROOT, 'dist/host/utility.js'),
      userData,
      resources: join(ROOT, 'resources'),
    })
    closeTheDoors()
    servePage(join(ROOT, 'dist/renderer'))
    answerPages(windows, new Menus(windows))
    followApp(windows)

    openFiles = (paths) => {
      windows.openFiles(paths)
    }
    if (start.sample || start.smokeTest) windows.open('sample')
    else if (!early.some(isStudyFile)) windows.open(null)
    openFiles(early)
    const window = windows.current()
    if (start.smokeTest && window !== null) void smokeTest(windows, window)
  })
}

/** What the pages may ask of the machine. */
function answerPages(windows: Windows, menus: Menus): void {
  answerShellCall('connect', (window) => windows.connect(window))
  answerShellCall('pickOpen', async (window, kind, multiple) => {
    const paths = await askWhatToOpen(window, kind, multiple)
    const [first] = paths
    if (kind === 'study' && first !== undefined && (await windows.joinIfOpen(window, first))) return []
    return windows.ticketsFor(window, paths)
  })
  answerShellCall('pickSave', async (window, kind, suggestedName) => {
    const path = await askWhereToSave(window, kind, suggestedName)
    return path === null ? null : windows.ticketFor(window, path)
  })
  answerShellCall('receive', (window, paths) => windows.ticketsFor(window, paths))
  answerShellCall('setMenu', (window, sections, language) => {
    menus.set(window, sections, language)
  })
  answerShellCall('setTitle', (window, title, edited) => {
    window.setTitle(title)
    window.setDocumentEdited(edited)
    window.setRepresentedFilename(windows.studyOf(window)?.path ?? '')
  })
  answerShellCall('newWindow', () => {
    windows.open(null)
  })
  answerShellCall('openExternal', (_window, address) => {
    openExternal(address)
  })
}

/** The app's own events: a second start, the last window, the end. */
function followApp(windows: Windows): void {
  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    const { files } = FILES_OF_SECOND_START.parse(data)
    if (files.length > 0) windows.openFiles(files)
    else windows.showCurrent()
  })
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows && windows.current() === null) windows.open(null)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (!windows.isClosing) return
    // The hosts close their studies first; then the same end comes again with nothing to wait for.
    event.preventDefault()
    void windows.hostsClosed().then(() => {
      app.quit()
    })
  })
}
