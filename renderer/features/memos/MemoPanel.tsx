import { useEffect, useState } from 'react'
import type { Memo } from '../../../shared/contract/memo.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostQuery } from '../../app/host.ts'
import { paneProps } from '../../app/panes.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { Select } from '../../ui/Select.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { draftsSaved } from './memo-draft.ts'
import { momentText, useMemoName } from './memo-words.ts'
import styles from './MemoPanel.module.css'
import { MemoReading } from './MemoReading.tsx'
import { MemoWriting } from './MemoWriting.tsx'
import { closeMemo, leaveMemo, openMemoAt, useOpenMemo, type MemoTarget } from './open-memo.ts'
import { useOpenDestination } from './use-open-destination.ts'

/** The memo that is open, beside the activity: one reads there and writes here. */
export function MemoPanel() {
  const t = useT('memos')
  const target = useOpenMemo((state) => state.target)
  const serial = useOpenMemo((state) => state.serial)
  if (target === null) return null
  return (
    <section aria-label={t('panel')} className={styles['panel']} {...paneProps('memo')}>
      <OpenMemo key={serial} target={target} />
    </section>
  )
}

function OpenMemo({ target }: { readonly target: MemoTarget }) {
  const t = useT('memos')
  const { owner, day } = target
  const { data, error, isFetching } = useHostQuery('memo.on', { owner, day })
  const { currentId } = useCoders()
  const hasBegun = useBegun(data !== undefined && !isFetching)
  if (error !== null)
    return (
      <>
        <CloseOnly />
        <EmptyState title={error.code === 'memo_owner_gone' ? t('gone') : sentenceOf('errors', error)} />
      </>
    )
  if (data === undefined || !hasBegun) return null
  const chosen = chosenOf(target, data.memos, currentId)
  return (
    <>
      <Head target={target} answer={data} chosen={chosen} />
      {chosen === null || chosen.coderId === currentId ? (
        <MemoWriting target={target} memos={data.memos} first={chosen} isCurrent={!isFetching} place={data.place} />
      ) : (
        <MemoReading target={target} memo={chosen} />
      )}
    </>
  )
}

/** Whether the memos that were asked for are those of after the last draft was saved; stays true. */
function useBegun(isCurrent: boolean): boolean {
  const [isSaved, setIsSaved] = useState(false)
  const [hasBegun, setHasBegun] = useState(false)
  useEffect(() => {
    void draftsSaved().then(() => {
      setIsSaved(true)
    })
  }, [])
  if (isSaved && isCurrent && !hasBegun) setHasBegun(true)
  return hasBegun
}

function chosenOf({ memoId }: MemoTarget, memos: readonly Memo[], currentId: number | null): Memo | null {
  if (memoId === 'new') return null
  if (memoId !== null) return memos.find(({ id }) => id === memoId) ?? null
  return memos.find(({ coderId }) => coderId === currentId) ?? null
}

function CloseOnly() {
  const t = useT('memos')
  return (
    <header className={styles['head']}>
      <span className={styles['title']} />
      <IconButton size="small" icon={<CloseIcon />} label={t('close')} onPress={closeMemo} />
    </header>
  )
}

interface HeadProps {
  readonly target: MemoTarget
  readonly answer: Out<'memo.on'>
  readonly chosen: Memo | null
}

/** What the memo is on, and whose memos are there. */
function Head({ target, answer, chosen }: HeadProps) {
  const t = useT('memos')
  const nameOf = useMemoName()
  const { openOwner } = useOpenDestination()
  const { owner, day } = target
  const title = nameOf({ owner, day, title: '' }, answer.place)
  const leads = owner.kind !== 'study'
  return (
    <>
      <header className={styles['head']}>
        <h2 className={styles['title']}>
          {leads ? (
            <button
              type="button"
              className={styles['place']}
              title={t('openPlace')}
              onClick={() => {
                openOwner(owner)
              }}
            >
              {title}
            </button>
          ) : (
            title
          )}
        </h2>
        <IconButton
          size="small"
          icon={<CloseIcon />}
          label={t('close')}
          onPress={() => {
            leaveMemo()
            closeMemo()
          }}
        />
      </header>
      <Others target={target} memos={answer.memos} chosen={chosen} />
    </>
  )
}

/** Which of several memos on the same thing is shown. */
function Others({ target, memos, chosen }: Omit<HeadProps, 'answer'> & { readonly memos: readonly Memo[] }) {
  const t = useT('memos')
  const language = useLanguage()
  const { byId, currentId } = useCoders()
  const hasOwn = memos.some(({ coderId }) => coderId === currentId)
  // The study's own notes are a list of their own: the activity shows it.
  const isList = target.owner.kind === 'study' && target.day === null
  if (isList || memos.length - (hasOwn ? 1 : 0) === 0) return null
  const options = [
    ...(hasOwn && chosen !== null ? [] : [{ value: 0, label: t('mineNew') }]),
    ...memos.map(({ id, coderId, modifiedAt }) => ({
      value: id,
      label:
        coderId === currentId
          ? `${t('mine')} · ${momentText(modifiedAt, language)}`
          : t('by', { name: byId.get(coderId)?.name ?? '', date: momentText(modifiedAt, language) }),
    })),
  ]
  return (
    <Select
      label={t('several')}
      isLabelHidden
      isQuiet
      options={options}
      value={chosen?.id ?? 0}
      className={styles['others'] ?? ''}
      onChange={(memoId) => {
        openMemoAt({ ...target, memoId: memoId === 0 ? 'new' : memoId })
      }}
    />
  )
}
