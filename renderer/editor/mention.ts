import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import type { ReferenceTarget } from '../../shared/memo/memo-body.ts'
import { $createReferenceNode, $isReferenceNode } from './memo-editor-nodes.ts'

/** Something that can be mentioned. */
export interface MentionChoice {
  readonly target: ReferenceTarget
  readonly id: number
  /** What stands in the memo. */
  readonly name: string
  /** Tells equal names apart in the list. */
  readonly note: string
}

/** A mention that is being typed: from its sign to the caret. */
export interface MentionStart {
  readonly key: NodeKey
  readonly from: number
  readonly to: number
  readonly typed: string
}

/** `@name`, also behind Chinese without a space but not in a mail address; `[[name`, which may have spaces, or `【【`. */
const SIGNS = [/(?<![A-Za-z0-9_.])[@＠]([^@＠\s]{0,40})$/u, /(?:\[\[|【【)([^[\]【】\n]{0,40})$/u]

/** What is typed before the caret, if it is the beginning of a mention; within a read of the editor. */
export function $mentionHere(): MentionStart | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || $isReferenceNode(node) || !node.isSimpleText()) return null
  const to = selection.anchor.offset
  const start = mentionIn(node.getTextContent().slice(0, to))
  return start === null ? null : { key: node.getKey(), to, ...start }
}

/** The same for plain words that end at the caret. */
export function mentionIn(before: string): { readonly from: number; readonly typed: string } | null {
  for (const sign of SIGNS) {
    const match = sign.exec(before)
    if (match !== null) return { from: match.index, typed: match[1] ?? '' }
  }
  return null
}

/** Puts the mention in place of what was typed for it. */
export function insertMention(editor: LexicalEditor, { key, from, to }: MentionStart, choice: MentionChoice): void {
  editor.update(() => {
    const node = $getNodeByKey(key)
    if (!$isTextNode(node)) return
    const [first, second] = from === 0 ? [null, node.splitText(to)[0]] : node.splitText(from, to)
    const typed = from === 0 ? second : (second ?? first)
    if (typed == null) return
    const reference = $createReferenceNode(choice.target, choice.id, choice.name)
    typed.replace(reference)
    const behind = reference.getNextSibling()
    if ($isTextNode(behind) && !$isReferenceNode(behind)) behind.select(0, 0)
    else {
      const empty = $createTextNode('')
      reference.insertAfter(empty)
      empty.select(0, 0)
    }
  })
}
