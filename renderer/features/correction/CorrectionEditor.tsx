import { useEffect, useLayoutEffect, useState } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { useReading } from '../../reader/reading-state.ts'
import { useStableCallback } from '../../ui/use-stable-callback.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './Correction.module.css'
import { useCorrection, type OpenCorrection } from './correction-state.ts'
import { createEditorPainter } from './paint-codings.ts'
import { joinWords, registerPlainEditor, showWords } from './plain-editor.ts'

export interface CorrectionEditorProps {
  readonly open: OpenCorrection
  readonly view: ReaderView
  readonly onChange: (words: string) => void
  /** Backspace at the beginning, Delete at the end: the words that come in from there; null where none may. */
  readonly onJoin: (side: 'before' | 'behind') => string | null
}

/** The words of the paragraph to be changed, with its codings painted as they will lie. */
export function CorrectionEditor({ open, view, ...events }: CorrectionEditorProps) {
  const t = useT('correction')
  const [editor] = useLexicalComposerContext()
  const { byId } = useCodebook()
  const onChange = useStableCallback(events.onChange)
  const onJoin = useStableCallback(events.onJoin)
  const [begunWith] = useState(open)

  useLayoutEffect(() => {
    const { focus } = useReading.getState().selection ?? { focus: begunWith.stretch.start }
    const at = Math.max(0, Math.min(begunWith.words.length, focus - begunWith.stretch.start))
    showWords(editor, begunWith.words, at)
    editor.focus()
  }, [editor, begunWith])

  useEffect(
    () =>
      registerPlainEditor(editor, {
        onChange,
        onJoin: (side) => {
          const words = onJoin(side)
          if (words !== null) joinWords(editor, words, side)
          return true
        },
      }),
    [editor, onChange, onJoin],
  )

  const { document, stretch } = open
  useEffect(() => {
    const root = editor.getRootElement()
    if (root === null) return
    const codings = view.codingsIn({ start: stretch.start, end: stretch.end })
    const painter = createEditorPainter(root, codings, (codeId) => byId.get(codeId)?.colour ?? '#888888')
    const paint = (): void => {
      const now = useCorrection.getState().open
      if (now !== null) painter.paint(now, now.words)
    }
    paint()
    const stop = editor.registerUpdateListener(paint)
    return () => {
      stop()
      painter.dispose()
    }
  }, [editor, view, byId, stretch.start, stretch.end])

  return (
    <>
      <PlainTextPlugin
        contentEditable={
          <ContentEditable
            className={`reader-room-text ${styles['editor'] ?? ''}`}
            aria-label={t('editor')}
            aria-multiline
            lang={document.language}
            dir="auto"
            spellCheck={false}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin delay={600} />
    </>
  )
}
