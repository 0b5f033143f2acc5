import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DRAGEND_COMMAND,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { z } from 'zod'
import { cleanNodes } from '../../shared/memo/clean-memo.ts'
import type { MemoBlock } from '../../shared/memo/memo-body.ts'
import { plainMemoBody } from '../../shared/memo/memo-nodes.ts'
import { PASSAGE_TYPE, passageFrom, type DraggedPassage } from '../reader/drag-types.ts'
import { MEMO_NAMESPACE } from './create-memo-editor.ts'
import { memoFromHtml } from './html-memo.ts'
import { $insertBlocks } from './memo-state.ts'

/**
 * Everything that comes into a memo from outside: pasted, dropped, or put in by the system. Nothing of it reaches the
 * editor but through `cleanNodes`.
 *
 * @param onPassage a stretch of a transcript was dropped; the selection is where it fell
 */
export function registerTakingIn(editor: LexicalEditor, onPassage: (passage: DraggedPassage) => void): () => void {
  function take(data: DataTransfer | null): boolean {
    if (data === null || !editor.isEditable()) return false
    $insertBlocks(blocksFrom(data))
    return true
  }

  let isOwnDrag = false
  return mergeRegister(
    editor.registerCommand(
      DRAGSTART_COMMAND,
      () => {
        isOwnDrag = true
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGEND_COMMAND,
      () => {
        isOwnDrag = false
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!('clipboardData' in event)) return false
        event.preventDefault()
        return take(event.clipboardData)
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (input) => typeof input !== 'string' && input.dataTransfer !== null && take(input.dataTransfer),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (event.dataTransfer === null || !event.dataTransfer.types.includes(PASSAGE_TYPE)) return false
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const data = event.dataTransfer
        // Words that are moved within the editor are Lexical's business: they have been taken in before.
        if (data === null || isOwnDrag) return false
        event.preventDefault()
        if (!editor.isEditable()) return true
        $selectPoint(event.clientX, event.clientY)
        const passage = passageFrom(data.getData(PASSAGE_TYPE))
        if (passage === null) take(data)
        else onPassage(passage)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

/** Type under which Lexical puts nodes on the clipboard. */
const NODES_TYPE = 'application/x-lexical-editor'
const nodesSchema = z.object({ namespace: z.literal(MEMO_NAMESPACE), nodes: z.array(z.unknown()) })

/** What a clipboard or a drop holds, in the best form that can be read. */
export function blocksFrom(data: Pick<DataTransfer, 'getData'>): MemoBlock[] {
  const own = nodesSchema.safeParse(parsed(data.getData(NODES_TYPE)))
  if (own.success) return cleanNodes(own.data.nodes)
  const html = data.getData('text/html')
  const blocks = html === '' ? [] : memoFromHtml(html)
  if (blocks.length > 0) return blocks
  const plain = data.getData('text/plain').replace(/\r\n?/g, '\n')
  return plain === '' ? [] : cleanNodes(plainMemoBody(plain).root.children)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Puts the caret where something falls; beside all words it stays where it was. */
function $selectPoint(x: number, y: number): void {
  const place = document.caretPositionFromPoint(x, y)
  if (place === null) return
  const node = $getNearestNodeFromDOMNode(place.offsetNode)
  if (node === null) return
  if ($isTextNode(node)) node.select(place.offset, place.offset)
  else node.selectEnd()
  const selection = $getSelection()
  if ($isRangeSelection(selection))
    selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type)
}
