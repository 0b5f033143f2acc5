import { $isLinkNode, $toggleLink } from '@lexical/link'
import { $insertList, $isListNode, $removeList, ListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { isAllowedUrl, MAX_LIST_DEPTH } from '../../shared/memo/memo-body.ts'

/** How words and paragraphs of a memo are set, and setting them. */

export type MemoBlockType = 'paragraph' | 'h1' | 'h2' | 'h3' | 'quote' | 'bullet' | 'number'
export type MemoTextFormat = 'bold' | 'italic' | 'underline' | 'strikethrough'
export const TEXT_FORMATS: readonly MemoTextFormat[] = ['bold', 'italic', 'underline', 'strikethrough']

export interface MemoFormat {
  readonly text: ReadonlySet<MemoTextFormat>
  readonly block: MemoBlockType
  /** Of the link that the caret stands in. */
  readonly url: string | null
}

export const NO_FORMAT: MemoFormat = { text: new Set(), block: 'paragraph', url: null }

export function isSameFormat(one: MemoFormat, other: MemoFormat): boolean {
  return one.block === other.block && one.url === other.url && [...one.text].join() === [...other.text].join()
}

/** How what is selected is set; within a read of the editor. */
export function $formatHere(): MemoFormat {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return NO_FORMAT
  const node = selection.anchor.getNode()
  const link = $findMatchingParent(node, $isLinkNode)
  return {
    text: new Set(TEXT_FORMATS.filter((format) => selection.hasFormat(format))),
    block: $blockTypeOf(node),
    url: link?.getURL() ?? null,
  }
}

function $blockTypeOf(node: LexicalNode): MemoBlockType {
  const list = $findMatchingParent(node, $isListNode)
  if (list instanceof ListNode) return list.getListType() === 'number' ? 'number' : 'bullet'
  const block = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline())
  if ($isQuoteNode(block)) return 'quote'
  if (!$isHeadingNode(block)) return 'paragraph'
  const tag = block.getTag()
  return tag === 'h1' || tag === 'h2' ? tag : 'h3'
}

export function toggleTextFormat(editor: LexicalEditor, format: MemoTextFormat): void {
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)
}

/** Makes the selected paragraphs what is asked for; what they are already, they become plain paragraphs again. */
export function toggleBlockType(editor: LexicalEditor, wanted: MemoBlockType): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const now = $blockTypeOf(selection.anchor.getNode())
    const type = now === wanted ? 'paragraph' : wanted
    if (type === 'bullet' || type === 'number') {
      $insertList(type)
      return
    }
    if (now === 'bullet' || now === 'number') $removeList()
    $setBlocksType($getSelection(), () => {
      if (type === 'paragraph') return $createParagraphNode()
      return type === 'quote' ? $createQuoteNode() : $createHeadingNode(type)
    })
  })
}

/** Moves list entries in or out. Paragraphs have no levels. */
export function shiftLevel(editor: LexicalEditor, step: 1 | -1): void {
  const canMove = editor.read(() => {
    const selection = $getSelection()
    const list = $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isListNode) : null
    return list !== null && (step === -1 || $depthOf(list) < MAX_LIST_DEPTH)
  })
  if (canMove) editor.dispatchCommand(step === 1 ? INDENT_CONTENT_COMMAND : OUTDENT_CONTENT_COMMAND, undefined)
}

function $depthOf(list: LexicalNode): number {
  return list.getParents().filter($isListNode).length + 1
}

/** Makes the selected words lead to the address, or (null) nowhere. An address that memos do not hold changes nothing. */
export function setLink(editor: LexicalEditor, url: string | null): void {
  if (url !== null && !isAllowedUrl(url)) return
  editor.update(() => {
    $toggleLink(url, { rel: null, target: null, title: null })
  })
}

/** What people type, as an address: `example.org` is one on the web, `a@b.org` one for mail. Null: not allowed. */
export function addressOf(typed: string): string | null {
  const trimmed = typed.trim()
  if (trimmed === '' || /\s/.test(trimmed)) return null
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed)
    ? trimmed
    : trimmed.includes('@')
      ? `mailto:${trimmed}`
      : `https://${trimmed}`
  return isAllowedUrl(whole) ? whole : null
}
