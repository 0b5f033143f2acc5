import { create } from 'zustand'

/** What is chosen in the list of transcripts, for what is done to several at once. View state only. */
export interface DocumentSelection {
  readonly ids: ReadonlySet<number>
  /** The line the keyboard is on. */
  readonly activeId: string | null
  /** Where a stretch of lines chosen with Shift begins. */
  readonly anchorId: string | null
}

const NOTHING: DocumentSelection = { ids: new Set(), activeId: null, anchorId: null }

export const useDocumentSelection = create<DocumentSelection>()(() => NOTHING)

export function selectDocuments(ids: Iterable<number>): void {
  useDocumentSelection.setState({ ids: new Set(ids) })
}

/** Chooses these, or no longer where all of them were. */
export function toggleSelected(ids: readonly number[]): void {
  const { ids: before } = useDocumentSelection.getState()
  const areAll = ids.every((id) => before.has(id))
  selectDocuments(areAll ? [...before].filter((id) => !ids.includes(id)) : [...before, ...ids])
}

export function clearSelection(): void {
  selectDocuments([])
}

export function forgetSelection(): void {
  useDocumentSelection.setState(NOTHING)
}
