import type { MemoPassage } from '../../../shared/memo/memo-body.ts'
import type { MemoEditorHandle } from '../../editor/MemoEditor.tsx'

/** The editor that is open, for commands that quote into it; and quotations that wait until one is. */
let editor: MemoEditorHandle | null = null
let waiting: MemoPassage[] = []

/** Told by the panel when its editor comes or goes (null). */
export function setMemoEditor(handle: MemoEditorHandle | null): void {
  editor = handle
  if (handle === null) return
  const passages = waiting
  waiting = []
  for (const passage of passages) handle.insertPassage(passage)
}

/** Moves the caret into the memo that is open; says whether there is one to write in. */
export function focusMemoEditor(): boolean {
  editor?.focus()
  return editor !== null
}

/** Quotes in the memo that is open, or in the next one that opens. */
export function insertInMemo(passage: MemoPassage): void {
  if (editor === null) waiting.push(passage)
  else editor.insertPassage(passage)
}
