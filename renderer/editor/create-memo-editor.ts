import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { createEditor, type CreateEditorArgs, type LexicalEditor } from 'lexical'
import { PassageNode, ReferenceNode } from './memo-editor-nodes.ts'

/** All that a memo may hold; registered here and nowhere else. */
export const MEMO_NODES = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, PassageNode, ReferenceNode]

/** An editor for memos, without a page yet. Errors inside it are thrown: the caller's boundary shows them. */
export function createMemoEditor(theme: NonNullable<CreateEditorArgs['theme']>): LexicalEditor {
  return createEditor({
    namespace: MEMO_NAMESPACE,
    nodes: MEMO_NODES,
    theme,
    onError: (error) => {
      throw error
    },
  })
}

export const MEMO_NAMESPACE = 'tianye-memo'
