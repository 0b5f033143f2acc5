import { useState } from 'react'
import type { RevisionRow } from '../../../shared/contract/correction.ts'
import { useHostAsk, useHostCommand, useHostQuery, showError } from '../../app/host.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useShownKeys } from '../../app/use-shown-keys.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { lostIn } from './preview-input.ts'
import styles from './TextHistory.module.css'
import { WordDiff } from './WordDiff.tsx'

const PAGE = 30

export interface TextHistoryProps {
  readonly documentId: number
  /** Of the text, BCP 47. */
  readonly language: string | undefined
}

/** The versions of a text, newest first: who changed which words when; each leads to its place and can be brought back. */
export function Revisions({ documentId, language }: TextHistoryProps) {
  const t = useT('correction')
  const [limit, setLimit] = useState(PAGE)
  const correctKeys = useShownKeys('text.correct')
  const { data } = useHostQuery('correction.revisions', { documentId, limit }, { keepPrevious: true })
  if (data === undefined) return null
  const [current] = data.revisions
  return (
    <>
      {data.revisions.length === 1 && !data.more && (
        <p className={styles['note']}>{t('history.none', { keys: correctKeys ?? 'F2' })}</p>
      )}
      <ol className={styles['revisions']}>
        {data.revisions.map((revision) => (
          <Revision
            key={revision.id}
            revision={revision}
            documentId={documentId}
            textLanguage={language}
            currentId={current?.id ?? 0}
          />
        ))}
      </ol>
      {data.more && limit < 100 && (
        <Button
          size="small"
          onPress={() => {
            setLimit(100)
          }}
        >
          {t('history.earlier')}
        </Button>
      )}
    </>
  )
}

interface RevisionProps {
  readonly revision: RevisionRow
  readonly documentId: number
  readonly textLanguage: string | undefined
  readonly currentId: number
}

function Revision({ revision, documentId, textLanguage, currentId }: RevisionProps) {
  const t = useT('correction')
  const language = useLanguage()
  const format = useFormat()
  const { coderName, at, isCurrent, length, changes, more } = revision
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
  return (
    <li className={styles['revision']}>
      <h3 className={styles['when']}>
        <time dateTime={new Date(at).toISOString()}>{time}</time> · {coderName ?? t('history.nobody')}
      </h3>
      <p className={styles['note']}>
        {changes.length === 0 && `${t('history.first')} · `}
        {t('history.length', { count: length, n: format.count(length) })}
        {isCurrent && ` · ${t('history.current')}`}
      </p>
      {changes.length > 0 && (
        <ul className={styles['changes']} lang={textLanguage}>
          {changes.map((change) => (
            <li key={change.start}>
              <Change change={change} documentId={documentId} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className={styles['note']}>{t('history.moreChanges', { count: more })}</p>}
      {!isCurrent && <Restore documentId={documentId} currentId={currentId} to={revision.id} />}
    </li>
  )
}

function Change({
  change,
  documentId,
}: {
  readonly change: RevisionRow['changes'][number]
  readonly documentId: number
}) {
  const t = useT('correction')
  const { start, end, turnRef, before, removed, inserted, after } = change
  return (
    <button
      type="button"
      className={styles['change']}
      title={t('history.goTo')}
      onClick={() => {
        useView.getState().goTo({ documentId, start, end })
      }}
    >
      {turnRef !== null && <span className={styles['ref']}>{turnRef}</span>}
      <WordDiff before={`…${before}`} removed={removed} inserted={inserted} after={`${after}…`} />
    </button>
  )
}

/** Brings a version back. Where that leaves passages without words, it says so first. */
function Restore({
  documentId,
  currentId,
  to,
}: {
  readonly documentId: number
  readonly currentId: number
  readonly to: number
}) {
  const t = useT('correction')
  const ask = useHostAsk()
  const restore = useHostCommand('correction.restore')
  const [losing, setLosing] = useState(0)

  async function run(): Promise<void> {
    const input = { documentId, revisionId: currentId }
    try {
      const preview = await ask('correction.preview', { ...input, change: { kind: 'restore', revisionId: to } })
      const lost = lostIn(preview)
      if (lost > 0 && losing === 0) {
        setLosing(lost)
        return
      }
    } catch (thrown) {
      showError(wireErrorOf(thrown))
      return
    }
    setLosing(0)
    const done = await restore.run({ ...input, to, confirmLost: losing > 0 })
    if (done !== null) showToast({ tone: 'success', text: t('history.restored') })
  }

  return (
    <>
      {losing > 0 && (
        <p role="alert" className={styles['question']}>
          {t('history.restoreLoses', { count: losing })}
        </p>
      )}
      <Button size="small" isDisabled={restore.pending} onPress={() => void run()}>
        {t(losing > 0 ? 'history.restoreAnyway' : 'history.restore')}
      </Button>
    </>
  )
}
