import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isNodeSelection,
  $parseSerializedNode,
  CLEAR_HISTORY_COMMAND,
  type EditorState,
  type LexicalEditor,
} from 'lexical'
import { cleanMemo } from '../../shared/memo/clean-memo.ts'
import type { MemoBlock, MemoBody } from '../../shared/memo/memo-body.ts'
import { memoParagraph } from '../../shared/memo/memo-nodes.ts'
import { $isPassageNode } from './memo-editor-nodes.ts'

/** Between the editor's state and what is stored. */

/** What the editor holds, as it is stored. */
export function bodyOf(state: EditorState): MemoBody {
  return cleanMemo(state.toJSON())
}

/** Marks updates that show what is stored: nothing was written by the user. */
export const SHOWN_TAG = 'memo-shown'

/** Puts a memo into the editor in place of what it shows; its undo begins anew. */
export function showBody(editor: LexicalEditor, body: MemoBody): void {
  const children = body.root.children.length > 0 ? body.root.children : [memoParagraph()]
  const state = editor.parseEditorState(JSON.stringify({ root: { ...body.root, children } }))
  editor.setEditorState(state, { tag: SHOWN_TAG })
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
}

/** Inserts blocks in place of the selection, or at the end where nothing is selected; within an editor update. */
export function $insertBlocks(blocks: readonly MemoBlock[]): void {
  if (blocks.length === 0) return
  const selection = $getSelection()
  if (selection === null) $getRoot().selectEnd()
  else if ($isNodeSelection(selection)) selection.getNodes().at(-1)?.selectNext()
  const nodes = blocks.map((block) => $parseSerializedNode(block))
  $insertNodes(nodes)
  const last = nodes.at(-1)
  // One writes on behind a quoted passage.
  if ($isPassageNode(last)) {
    if (last.getNextSibling() === null) last.insertAfter($createParagraphNode())
    last.getNextSibling()?.selectStart()
  }
}
