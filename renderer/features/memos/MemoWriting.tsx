import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Memo, MemoPlace } from '../../../shared/contract/memo.ts'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useBridge } from '../../app/bridge.ts'
import { useHostTell } from '../../app/host.ts'
import type { MemoEditorHandle } from '../../editor/MemoEditor.tsx'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { MemoBoundary } from './MemoBoundary.tsx'
import { MemoDraft } from './memo-draft.ts'
import { setMemoEditor } from './memo-editor-slot.ts'
import { useMemoName } from './memo-words.ts'
import { MemoMenu } from './MemoMenu.tsx'
import styles from './MemoPanel.module.css'
import { closeMemo, leaveMemo, type MemoTarget } from './open-memo.ts'
import { useMentions } from './use-mentions.ts'
import { useOpenDestination } from './use-open-destination.ts'
import { useQuote } from './use-quote.ts'

/** Half of what Lexical weighs comes only with the first memo that is opened. */
const MemoEditor = lazy(async () => ({ default: (await import('../../editor/MemoEditor.tsx')).MemoEditor }))

export interface MemoWritingProps {
  readonly target: MemoTarget
  /** All on the same thing. */
  readonly memos: readonly Memo[]
  /** The one that was chosen when the panel opened; null: none yet. */
  readonly first: Memo | null
  /** False while newer memos are on their way. */
  readonly isCurrent: boolean
  readonly place: MemoPlace
}

/** One's own memo while it is written. */
export function MemoWriting({ target, memos, first, isCurrent, place }: MemoWritingProps) {
  const t = useT('memos')
  const nameOf = useMemoName()
  const quote = useQuote()
  const findMentions = useMentions()
  const { open } = useOpenDestination()
  const { draft, id, knownId, shown, title, problem } = useDraft(target, first)
  const stored = memos.find((memo) => memo.id === knownId) ?? (target.memoId === 'new' ? null : first)
  useEffect(() => {
    if (isCurrent) draft.follow(stored)
  }, [draft, stored, isCurrent])
  const remove = useRemove(draft)
  const handle = useCallback((editor: MemoEditorHandle | null) => {
    setMemoEditor(editor)
    // The editor's own effects come before its parent's: it can be written in.
    editor?.focus()
    return () => {
      setMemoEditor(null)
    }
  }, [])

  const isNote = target.owner.kind === 'study' && target.day === null
  const isUnreadable = stored !== null && stored.id === id && stored.body === null
  return (
    <>
      <div className={styles['bar']}>
        {isNote ? (
          <TextField
            label={t('noteTitle')}
            isLabelHidden
            placeholder={t('newNote')}
            value={title}
            maxLength={200}
            className={styles['noteTitle'] ?? ''}
            onChange={(value) => {
              draft.writeTitle(value)
            }}
            onBlur={() => void draft.flush()}
          />
        ) : (
          <p className={styles['note']}>{t(`kind.${target.day === null ? target.owner.kind : 'journal'}`)}</p>
        )}
        {id !== null && <MemoMenu memoId={id} onRemove={() => void remove()} />}
      </div>
      {problem !== null && (
        <div className={styles['warning']} role="alert">
          {problem.code === 'memo_changed' ? (
            <>
              <p>{t('changedElsewhere')}</p>
              <Button size="small" onPress={() => void draft.keepAsAnother()}>
                {t('keepMine')}
              </Button>
              <Button
                size="small"
                onPress={() => {
                  draft.takeStored(stored)
                }}
              >
                {t('takeTheirs')}
              </Button>
            </>
          ) : (
            <>
              <p>{t('notSaved', { why: sentenceOf('errors', problem) })}</p>
              <Button size="small" onPress={() => void draft.flush()}>
                {t('tryAgain')}
              </Button>
            </>
          )}
        </div>
      )}
      {isUnreadable ? (
        <>
          <div className={styles['warning']}>
            <p>{t('unreadable')}</p>
            <Button
              size="small"
              onPress={() => {
                draft.write(() => plainMemoBody(stored.plain))
                void draft.flush()
              }}
            >
              {t('takeWords')}
            </Button>
          </div>
          <div className={styles['reading']}>
            <p className={styles['plain']}>{stored.plain}</p>
          </div>
        </>
      ) : (
        <MemoBoundary
          fallback={
            <>
              <p className={styles['warning']}>{t('unreadable')}</p>
              <p className={styles['reading']}>{stored?.plain}</p>
            </>
          }
        >
          <Suspense fallback={<p className={styles['loading']}>{t('loading')}</p>}>
            <MemoEditor
              label={nameOf({ owner: target.owner, day: target.day, title }, place)}
              body={shown}
              handle={handle}
              onChange={(read) => {
                draft.write(read)
              }}
              onLeave={() => void draft.flush()}
              onEscape={leaveMemo}
              onOpen={open}
              quote={quote}
              findMentions={findMentions}
            />
          </Suspense>
        </MemoBoundary>
      )}
    </>
  )
}

/** The draft of the memo that was opened; what is not saved when the panel or the page goes, is saved then. */
function useDraft(target: MemoTarget, first: Memo | null) {
  const bridge = useBridge()
  const [draft] = useState(
    () =>
      new MemoDraft({ owner: target.owner, day: target.day }, first, async (input) => {
        try {
          return await bridge.call('memo.save', input)
        } catch (thrown) {
          throw Object.assign(new Error('memo.save'), wireErrorOf(thrown))
        }
      }),
  )
  useEffect(() => {
    const flush = (): void => void draft.flush()
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      draft.leave()
    }
  }, [draft])
  return { draft, ...useSyncExternalStore(draft.subscribe, draft.state) }
}

/** Deletes the memo and closes the panel; what went can be undone like everything. */
function useRemove(draft: MemoDraft): () => Promise<void> {
  const t = useT('memos')
  const tell = useHostTell()
  return async () => {
    await draft.flush()
    const { id } = draft.state()
    if (id === null || (await tell('memo.remove', { id })) === null) return
    leaveMemo()
    closeMemo()
    showToast({ tone: 'info', text: t('removed') })
  }
}
