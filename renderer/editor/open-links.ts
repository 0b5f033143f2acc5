import { $isLinkNode } from '@lexical/link'
import {
  $createNodeSelection,
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  isDOMNode,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { isAllowedUrl, type ReferenceTarget } from '../../shared/memo/memo-body.ts'
import { $isPassageNode, $isReferenceNode, type Passage } from './memo-editor-nodes.ts'

/** What something in a memo leads to. */
export type MemoDestination =
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'reference'; readonly target: ReferenceTarget; readonly id: number }
  | { readonly kind: 'web'; readonly url: string }

/**
 * Opening what a memo mentions: by a click (on a link to the web with Ctrl or ⌘, for one also writes there), and with
 * Ctrl/⌘ + Enter where the caret is; with Enter alone on a quoted passage that is selected.
 */
export function registerOpening(editor: LexicalEditor, open: (destination: MemoDestination) => void): () => void {
  return mergeRegister(
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const node = isDOMNode(event.target) ? $getNearestNodeFromDOMNode(event.target) : null
        const destination = node === null ? null : $destinationOf(node)
        if (node === null || destination === null) return false
        const isDirect = destination.kind === 'reference' || isCitation(event.target)
        if (isDirect || event.ctrlKey || event.metaKey || !editor.isEditable()) {
          event.preventDefault()
          open(destination)
          return true
        }
        if (destination.kind === 'passage') $select(node)
        return destination.kind === 'passage'
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event === null || event.isComposing) return false
        const selection = $getSelection()
        const isWanted = event.ctrlKey || event.metaKey || ($isNodeSelection(selection) && !event.shiftKey)
        const destination = isWanted ? $destinationAtCaret() : null
        if (destination === null) return false
        event.preventDefault()
        open(destination)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

function $destinationOf(node: LexicalNode): MemoDestination | null {
  if ($isPassageNode(node)) return { kind: 'passage', passage: node.getPassage() }
  if ($isReferenceNode(node)) return { kind: 'reference', ...node.getReference() }
  const link = $findMatchingParent(node, $isLinkNode)
  const url = link?.getURL()
  return url !== undefined && isAllowedUrl(url) ? { kind: 'web', url } : null
}

/** What is selected, or what the caret stands in, behind or before. */
function $destinationAtCaret(): MemoDestination | null {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes()
    return node === undefined ? null : $destinationOf(node)
  }
  if (!$isRangeSelection(selection)) return null
  const node = selection.focus.getNode()
  for (const candidate of [node, node.getPreviousSibling(), node.getNextSibling()]) {
    const destination = candidate === null ? null : $destinationOf(candidate)
    if (destination !== null) return destination
  }
  return null
}

function $select(node: LexicalNode): void {
  const selection = $createNodeSelection()
  selection.add(node.getKey())
  $setSelection(selection)
}

function isCitation(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('figcaption') !== null
}
