import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  HISTORY_MERGE_TAG,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'

/**
 * A plain-text editor of Lexical holds nothing but characters and line breaks: one paragraph, whatever is pasted. Offsets in
 * it are UTF-16 code units, as everywhere.
 */
export interface PlainEditorEvents {
  readonly onChange: (words: string) => void
  /** Backspace at the very beginning (Delete at the very end): true where something was done about it. */
  readonly onJoin: (side: 'before' | 'behind') => boolean
}

export function registerPlainEditor(editor: LexicalEditor, { onChange, onJoin }: PlainEditorEvents): () => void {
  const join = (side: 'before' | 'behind', event: KeyboardEvent): boolean => {
    if ($caretOffset() !== (side === 'before' ? 0 : $getRoot().getTextContentSize())) return false
    event.preventDefault()
    return onJoin(side)
  }
  return mergeRegister(
    editor.registerCommand(KEY_BACKSPACE_COMMAND, (event) => join('before', event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DELETE_COMMAND, (event) => join('behind', event), COMMAND_PRIORITY_HIGH),
    // With a modifier it applies the correction, which is a command of the page.
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => event !== null && (event.ctrlKey || event.metaKey),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) onChange(editorState.read(() => $getRoot().getTextContent()))
    }),
  )
}

/** Fills the editor; the caret stands at `caret`. */
export function showWords(editor: LexicalEditor, words: string, caret: number): void {
  editor.update(
    () => {
      const paragraph = $createParagraphNode().append(...$nodesOf(words))
      $getRoot().clear().append(paragraph)
      $placeCaret(paragraph, caret)
    },
    { tag: HISTORY_MERGE_TAG, discrete: true },
  )
}

/** Puts words before or behind those that are there, with the caret between the two. */
export function joinWords(editor: LexicalEditor, words: string, side: 'before' | 'behind'): void {
  editor.update(() => {
    const root = $getRoot()
    const own = root.getTextContent()
    const paragraph = $createParagraphNode().append(...$nodesOf(side === 'before' ? words + own : own + words))
    root.clear().append(paragraph)
    $placeCaret(paragraph, side === 'before' ? words.length : own.length)
  })
  // The editor's own undo would take the words out again, and leave the paragraph in the correction without them.
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
}

function $nodesOf(words: string): LexicalNode[] {
  return words
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [$createLineBreakNode()]),
      ...(line === '' ? [] : [$createTextNode(line)]),
    ])
}

function $placeCaret(paragraph: ElementNode, offset: number): void {
  let left = offset
  for (const [index, child] of paragraph.getChildren().entries()) {
    const size = child.getTextContentSize()
    if (left <= size && child.getType() === 'text') {
      const text = child as ReturnType<typeof $createTextNode>
      text.select(left, left)
      return
    }
    if (left < size || size === 0) {
      paragraph.select(index, index)
      return
    }
    left -= size
  }
  paragraph.selectEnd()
}

/** Where the caret stands; null where something is selected. */
function $caretOffset(): number | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const { anchor } = selection
  const node = anchor.getNode()
  const isElement = $isElementNode(node)
  let offset = isElement
    ? node
        .getChildren()
        .slice(0, anchor.offset)
        .reduce((sum, child) => sum + child.getTextContentSize(), 0)
    : anchor.offset
  if (!isElement) for (const before of node.getPreviousSiblings()) offset += before.getTextContentSize()
  return offset
}
