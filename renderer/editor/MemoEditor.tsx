import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Ref } from 'react'
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerList } from '@lexical/list'
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { registerRichText } from '@lexical/rich-text'
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  type LexicalEditor,
} from 'lexical'
import type { MemoBody, MemoPassage } from '../../shared/memo/memo-body.ts'
import { useT } from '../i18n/i18n.ts'
import type { DraggedPassage } from '../reader/drag-types.ts'
import { classNames } from '../ui/class-names.ts'
import { useStableCallback } from '../ui/use-stable-callback.ts'
import { createMemoEditor } from './create-memo-editor.ts'
import { MEMO_MARKDOWN } from './memo-markdown-shortcuts.ts'
import { $formatHere, isSameFormat, NO_FORMAT } from './memo-format.ts'
import { $insertBlocks, bodyOf, SHOWN_TAG, showBody } from './memo-state.ts'
import type { MentionChoice } from './mention.ts'
import { MentionList } from './MentionList.tsx'
import { MemoToolbar } from './MemoToolbar.tsx'
import { registerOpening, type MemoDestination } from './open-links.ts'
import { registerTakingIn } from './take-in.ts'
import styles from './MemoEditor.module.css'
import text from './memo-text.module.css'

export interface MemoEditorHandle {
  focus(): void
  /** At the caret, or at the end where the caret has not been here yet. */
  insertPassage(passage: MemoPassage): void
}

export interface MemoEditorProps {
  readonly label: string
  /** What is stored. It is shown again whenever it is another object. */
  readonly body: MemoBody
  readonly handle: Ref<MemoEditorHandle>
  /** Something was written; `read` tells what the memo says then. */
  readonly onChange: (read: () => MemoBody) => void
  readonly onLeave: () => void
  readonly onEscape: () => void
  readonly onOpen: (destination: MemoDestination) => void
  /** Quotes a dropped passage; null where it cannot be. */
  readonly quote: (passage: DraggedPassage) => Promise<MemoPassage | null>
  readonly findMentions: (typed: string) => readonly MentionChoice[]
}

/** Writing a memo. Undo inside it is its own; what it says goes to its caller. */
export function MemoEditor(props: MemoEditorProps) {
  const { label, body, handle, findMentions } = props
  const t = useT('memos')
  const root = useRef<HTMLDivElement>(null)
  const [editor] = useState(() => createMemoEditor(THEME))
  const [format, setFormat] = useState(NO_FORMAT)
  const [isEmpty, setIsEmpty] = useState(true)

  const onChange = useStableCallback(props.onChange)
  const onOpen = useStableCallback(props.onOpen)
  const onLeave = useStableCallback(props.onLeave)
  const onEscape = useStableCallback(props.onEscape)
  const onPassage = useStableCallback((dragged: DraggedPassage) => {
    void props.quote(dragged).then((passage) => {
      if (passage !== null) insertPassage(editor, passage)
    })
  })

  const noteFormat = useStableCallback(() => {
    const next = $formatHere()
    setFormat((before) => (isSameFormat(before, next) ? before : next))
  })

  useLayoutEffect(
    () =>
      mergeRegister(
        registerRichText(editor),
        registerList(editor),
        registerHistory(editor, createEmptyHistoryState(), HISTORY_PAUSE),
        registerMarkdownShortcuts(editor, MEMO_MARKDOWN),
        registerTakingIn(editor, onPassage),
        registerOpening(editor, onOpen),
        editor.registerCommand(
          KEY_ESCAPE_COMMAND,
          (event) => {
            if (event.isComposing) return false
            event.preventDefault()
            onEscape()
            return true
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            onLeave()
            return false
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          SELECTION_CHANGE_COMMAND,
          () => {
            noteFormat()
            return false
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
          editorState.read(() => {
            noteFormat()
            $markSelectedPassages(editor)
            const [only, ...others] = $getRoot().getChildren()
            setIsEmpty(
              others.length === 0 &&
                (only === undefined || (only.getType() === 'paragraph' && only.getTextContentSize() === 0)),
            )
          })
          if ((dirtyElements.size > 0 || dirtyLeaves.size > 0) && !tags.has(SHOWN_TAG))
            onChange(() => bodyOf(editorState))
        }),
      ),
    [editor, onChange, onOpen, onLeave, onEscape, onPassage, noteFormat],
  )

  // Before the editor has its element: with nothing to show it would put an empty state there, as if all had been deleted.
  useLayoutEffect(() => {
    showBody(editor, body)
  }, [editor, body])

  useLayoutEffect(() => {
    editor.setRootElement(root.current)
    return () => {
      editor.setRootElement(null)
    }
  }, [editor])

  // Last of the layout effects: whoever gets the handle can write at once.
  useImperativeHandle(
    handle,
    () => ({
      focus: () => {
        editor.update(() => {
          const selection = $getSelection()
          // Only a caret takes the focus; a passage that is selected does not.
          if ($isNodeSelection(selection)) selection.getNodes().at(-1)?.selectNext()
        })
        editor.focus(undefined, { defaultSelection: 'rootEnd' })
      },
      insertPassage: (passage) => {
        insertPassage(editor, passage)
      },
    }),
    [editor],
  )

  function beginMention(): void {
    editor.update(() => {
      const selection = $getSelection() ?? $getRoot().selectEnd()
      if (!$isRangeSelection(selection)) return
      const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset)
      // Right behind a letter, `@` would be part of a mail address.
      selection.insertText(/[A-Za-z0-9_.]$/.test(before) ? ' @' : '@')
      $addUpdateTag('mention')
    })
    editor.focus()
  }

  return (
    <div role="group" aria-label={t('panel')} className={styles['editor']} data-memo-editor="">
      <MemoToolbar editor={editor} format={format} onMention={beginMention} />
      <div className={styles['page']}>
        <div
          ref={root}
          className={classNames(text['text'], styles['text'])}
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          aria-multiline
          aria-label={label}
          aria-placeholder={t('placeholder')}
          spellCheck
          data-pane-start
        />
        {isEmpty && (
          <p className={styles['placeholder']} aria-hidden>
            {t('placeholder')}
          </p>
        )}
      </div>
      <MentionList editor={editor} label={t('mention.list')} nothing={t('mention.nothing')} find={findMentions} />
    </div>
  )
}

/** Passages are selected as a whole; the browser draws nothing for it. */
function $markSelectedPassages(editor: LexicalEditor): void {
  const selection = $getSelection()
  const chosen = $isNodeSelection(selection)
    ? selection.getNodes().map((node) => editor.getElementByKey(node.getKey()))
    : []
  for (const figure of editor.getRootElement()?.querySelectorAll('figure') ?? [])
    figure.toggleAttribute('data-selected', chosen.includes(figure))
}

function insertPassage(editor: LexicalEditor, passage: MemoPassage): void {
  editor.update(() => {
    $insertBlocks([passage])
  })
  editor.focus()
}

/** Milliseconds within which what is typed is one step of the editor's undo. */
const HISTORY_PAUSE = 600

const name = (key: string): string => styles[key] ?? ''

const THEME = {
  text: { underline: name('underline'), strikethrough: name('strike'), underlineStrikethrough: name('both') },
  list: { nested: { listitem: name('nested') } },
  passage: text['passage'] ?? '',
  reference: text['reference'] ?? '',
}
