import { useRef, useState } from 'react'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { announce } from '../../app/announce.ts'
import { useCommands } from '../../app/commands.ts'
import { showError, useHostAsk, useHostCommand } from '../../app/host.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useShownKeys } from '../../app/use-shown-keys.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { caretAt } from '../../reader/reading-selection.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import styles from './Correction.module.css'
import { CorrectionEditor } from './CorrectionEditor.tsx'
import { CorrectionPreview } from './CorrectionPreview.tsx'
import { endCorrection, isChanged, neighbourOf, useCorrection, type OpenCorrection } from './correction-state.ts'
import { lostIn, previewInput } from './preview-input.ts'
import { showTextHistory } from './text-history-state.ts'

/** The editor of one paragraph, what the correction would do, and the two ways out. */
export function CorrectionForm({ view }: { readonly view: ReaderView }) {
  const open = useCorrection((state) => state.open)
  return open === null ? null : <OpenForm view={view} open={open} />
}

/** What has been asked and waits for the same key again: for these words, so that changing them takes the question back. */
interface Question {
  readonly kind: 'lose' | 'leave'
  readonly words: string
  readonly count: number
}

function OpenForm({ view, open }: { readonly view: ReaderView; readonly open: OpenCorrection }) {
  const t = useT('correction')
  const ask = useHostAsk()
  const correct = useHostCommand('correction.apply')
  const applyKeys = useShownKeys('correction.apply')
  const cancelKeys = useShownKeys('correction.cancel')
  const [question, setQuestion] = useState<Question | null>(null)
  const [isAtTurnEdge, setAtTurnEdge] = useState(false)
  const isBusy = useRef(false)
  const changed = isChanged(open)
  const asked = question?.words === open.words ? question : null

  function close(): void {
    endCorrection()
    view.focus()
  }

  function pose(kind: Question['kind'], count: number): void {
    setQuestion({ kind, words: open.words, count })
    announce(t(kind === 'lose' ? 'ask.lose' : 'ask.leave', { count }))
  }

  function cancel(): void {
    if (changed && asked?.kind !== 'leave') pose('leave', 0)
    else close()
  }

  async function apply(): Promise<void> {
    if (isBusy.current) return
    isBusy.current = true
    try {
      await applyWords()
    } finally {
      isBusy.current = false
    }
  }

  async function applyWords(): Promise<void> {
    if (!changed) {
      close()
      return
    }
    const { document, stretch, words } = open
    try {
      const lost = lostIn(await ask('correction.preview', previewInput(open)))
      if (lost > 0 && asked?.kind !== 'lose') {
        pose('lose', lost)
        return
      }
    } catch (thrown) {
      showError(wireErrorOf(thrown))
      return
    }
    const done = await correct.run({
      documentId: document.id,
      revisionId: document.revisionId,
      range: stretch,
      text: words,
      confirmLost: asked?.kind === 'lose',
    })
    if (done === null) return
    // The caret goes to where the words changed, and the focus with it into the corrected text.
    view.select(caretAt(stretch.start), { scroll: false })
    close()
    announce(t('done', { count: done.changed }))
    if (done.lost > 0)
      showToast({
        tone: 'info',
        text: t('lostToast', { count: done.lost }),
        action: {
          label: t('lostShow'),
          run: () => {
            showTextHistory(true)
          },
        },
      })
  }

  useCommands([
    {
      id: 'correction.apply',
      menu: 'edit',
      order: 101,
      keys: 'Mod+Enter',
      within: '.reader-room',
      whileTyping: true,
      label: t('command.apply'),
      enabled: changed,
      run: () => void apply(),
    },
    {
      id: 'correction.cancel',
      menu: 'edit',
      order: 102,
      keys: 'Escape',
      within: '.reader-room',
      whileTyping: true,
      label: t('command.cancel'),
      run: cancel,
    },
  ])

  function onJoin(side: 'before' | 'behind'): string | null {
    const next = neighbourOf(open, side)
    setAtTurnEdge(next === null)
    if (next === null) return null
    const { document, stretch, words } = open
    const more = document.text.slice(next.start, next.end)
    useCorrection.setState({
      open: {
        document,
        stretch: side === 'before' ? { start: next.start, end: stretch.end } : { start: stretch.start, end: next.end },
        words: side === 'before' ? more + words : words + more,
      },
    })
    return more
  }

  const { document, stretch } = open
  const turn = document.turns.find(({ start, end }) => start <= stretch.start && stretch.end <= end)
  const label = turn === undefined ? '' : document.text.slice(turn.start, turn.speechStart).trim()
  return (
    <section className={styles['form']} aria-label={t('title')}>
      {label !== '' && <p className={styles['label']}>{label}</p>}
      <LexicalComposer initialConfig={EDITOR}>
        <CorrectionEditor
          // Another text: the words are shown anew, with nothing of the editor's own undo.
          key={document.revisionId}
          open={open}
          view={view}
          onChange={(words) => {
            setAtTurnEdge(false)
            const now = useCorrection.getState().open
            if (now !== null && now.words !== words) useCorrection.setState({ open: { ...now, words } })
          }}
          onJoin={onJoin}
        />
      </LexicalComposer>
      {isAtTurnEdge && (
        <p role="status" className={styles['note']}>
          {t('turnEdge')}
        </p>
      )}
      {changed ? (
        <CorrectionPreview open={open} />
      ) : (
        <p className={styles['note']}>{t('unchanged', { keys: cancelKeys ?? '' })}</p>
      )}
      {asked !== null && (
        <p role="alert" className={styles['question']}>
          {t(asked.kind === 'lose' ? 'ask.lose' : 'ask.leave', { count: asked.count })}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button size="small" onPress={cancel}>
          {t(asked?.kind === 'leave' ? 'leave' : 'cancel')} <kbd>{cancelKeys}</kbd>
        </Button>
        <Button
          size="small"
          tone={asked?.kind === 'lose' ? 'danger' : 'primary'}
          isDisabled={!changed}
          onPress={() => void apply()}
        >
          {t(asked?.kind === 'lose' ? 'applyAnyway' : 'apply')} <kbd>{applyKeys}</kbd>
        </Button>
      </div>
    </section>
  )
}

const EDITOR = {
  namespace: 'tianye-correction',
  onError: (error: Error) => {
    throw error
  },
}
