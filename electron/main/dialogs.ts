import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow, FileFilter } from 'electron'
import type { FileKind, SaveKind } from '../../shared/contract/bridge.ts'

/** File kinds are named by their endings, which read the same in every language. */
function filter(...extensions: string[]): FileFilter {
  return { name: extensions.map((extension) => `*.${extension}`).join(' '), extensions }
}

const EVERYTHING = filter('*')
const OPEN_FILTERS: Record<FileKind, FileFilter[]> = {
  study: [filter('tianye')],
  returned: [filter('tianye')],
  transcripts: [filter('txt', 'docx'), EVERYTHING],
  table: [filter('csv', 'tsv'), EVERYTHING],
}
const SAVE_EXTENSIONS: Record<SaveKind, string> = {
  study: 'tianye',
  csv: 'csv',
  xlsx: 'xlsx',
  docx: 'docx',
  markdown: 'md',
  json: 'json',
}

/** Paths of the files the user chose; none where they cancelled. */
export async function askWhatToOpen(window: BrowserWindow, kind: FileKind, multiple: boolean): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: OPEN_FILTERS[kind],
  })
  return canceled ? [] : filePaths
}

/** Where to save, with the ending of its kind; null where the user cancelled. */
export async function askWhereToSave(
  window: BrowserWindow,
  kind: SaveKind,
  suggestedName: string,
): Promise<string | null> {
  const extension = `.${SAVE_EXTENSIONS[kind]}`
  let defaultPath = join(app.getPath('documents'), basename(suggestedName))
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath,
      filters: [filter(SAVE_EXTENSIONS[kind])],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (canceled || filePath === '') return null
    if (extname(filePath).toLowerCase() === extension) return filePath
    defaultPath = `${filePath}${extension}`
    // The dialog asked about the name as typed; about this one nobody has been asked yet.
    if (!existsSync(defaultPath)) return defaultPath
  }
}
