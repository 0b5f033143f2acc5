import { createContext, useContext } from 'react'
import type { PickedFile } from '../../../shared/contract/bridge.ts'
import type { ImportItem } from '../../../shared/contract/transfer.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import type { Draft } from './draft.ts'

export type TableImport = 'import.codings' | 'import.episodes' | 'import.attributes'

export interface JobProgress {
  readonly done: number
  readonly total: number | null
}

/** Where an import stands. */
export type ImportStep =
  | { readonly step: 'closed' }
  /** The files are read; nothing is in the study yet. */
  | { readonly step: 'reading'; readonly progress: JobProgress }
  | { readonly step: 'review'; readonly items: readonly ImportItem[]; readonly drafts: readonly Draft[] }
  | { readonly step: 'writing'; readonly progress: JobProgress }
  | { readonly step: 'done'; readonly result: Out<'import.documents'> }
  /** A table was dropped: the user says what is in it. */
  | { readonly step: 'whichTable'; readonly file: PickedFile }
  | { readonly step: 'tableWriting'; readonly fileName: string; readonly progress: JobProgress }
  | { readonly step: 'tableDone'; readonly fileName: string; readonly result: Out<TableImport> }

export interface ImportActions {
  pickTranscripts(): Promise<void>
  pickTable(kind: TableImport): Promise<void>
  /** Files from wherever: transcripts are previewed, a table asks what is in it, a study is opened or brought back. */
  receive(files: readonly PickedFile[]): void
}

/** Files that came before there was a study to import them into; the next study that is opened takes them. */
let waiting: readonly PickedFile[] = []

export function keepForNextStudy(files: readonly PickedFile[]): void {
  waiting = files
}

/** The files that wait, once. */
export function takeWaitingFiles(): readonly PickedFile[] {
  const files = waiting
  waiting = []
  return files
}

export const ImportContext = createContext<ImportActions | null>(null)

/** Starts imports into the open study. */
export function useImport(): ImportActions {
  const actions = useContext(ImportContext)
  if (!actions) throw new Error('useImport is for components inside <ImportProvider>')
  return actions
}
