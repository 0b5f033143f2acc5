import { useEffect, useState } from 'react'
import type { ConflictRow } from '../../../shared/contract/merge.ts'
import { announce } from '../../app/announce.ts'
import { useCommands } from '../../app/commands.ts'
import { useHostCommand, useHostPages, useHostQuery } from '../../app/host.ts'
import { useUndoStaysHere } from '../../app/undo-place.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { PageTabs } from '../../ui/PageTabs.tsx'
import { ConflictEntry } from './ConflictEntry.tsx'
import styles from './Conflicts.module.css'
import { openConflict } from './open-conflict.ts'
import { useMergeWords } from './use-merge-words.ts'

/** Conflicts asked for at once. */
const PAGE = 50

/** What both sides have changed, to be decided one by one; absent while there never was any. */
export function Conflicts({ open }: { readonly open: number }) {
  const t = useT('exchange')
  const words = useMergeWords()
  const [status, setStatus] = useState<'open' | 'decided'>('open')
  const [pages, setPages] = useState(1)
  const [index, setIndex] = useState(0)
  const [frame, setFrame] = useState<HTMLElement | null>(null)
  const { run, pending } = useHostCommand('conflict.decide')
  const answers = useHostPages(
    'conflict.list',
    Array.from({ length: pages }, (_, page) => ({ status, offset: page * PAGE, limit: PAGE })),
  )
  const { data: ever } = useHostQuery('conflict.list', { status: 'all', offset: 0, limit: 1 })
  useUndoStaysHere()
  const [first] = answers
  const conflicts = answers.flatMap(({ data }) => data?.conflicts ?? [])
  const total = first?.data?.total ?? 0
  const at = Math.min(index, conflicts.length - 1)
  const current = conflicts[at]

  function goTo(next: number): void {
    const to = Math.min(Math.max(next, 0), conflicts.length - 1)
    setIndex(to)
    focusEntry(frame, to)
  }

  async function decide(conflict: ConflictRow, verdict: 'ours' | 'theirs'): Promise<void> {
    if (pending || conflict.verdict !== null) return
    // The buttons of what is decided go; the keys stay with the list.
    frame?.focus({ preventScroll: true })
    if ((await run({ id: conflict.id, verdict })) === null) return
    announce(t(`decided.${verdict}`, { kind: words.one(conflict.table), name: conflict.name }))
  }

  const currentId = current?.id
  useEffect(() => {
    // The one that was decided is gone; the keys go on with what stands in its place.
    if (currentId !== undefined && document.activeElement === frame) focusEntry(frame, at)
  }, [frame, currentId, at])
  useEffect(() => {
    // Who has just brought something in has pressed a button that is no longer there.
    if (document.activeElement === document.body) focusEntry(frame, 0)
  }, [frame])
  useEffect(() => {
    function onFocus({ target }: FocusEvent): void {
      const entry = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
      if (entry !== null) setIndex(Number(entry.dataset['index']))
    }
    frame?.addEventListener('focusin', onFocus)
    return () => {
      frame?.removeEventListener('focusin', onFocus)
    }
  }, [frame])

  const canDecide = current !== undefined && current.verdict === null && !pending
  useCommands([
    {
      id: 'conflict.ours',
      menu: 'code',
      order: 430,
      label: t('decide.ours'),
      keys: ['1', 'A'],
      within: '.conflicts',
      enabled: canDecide,
      run: () => {
        if (current !== undefined) void decide(current, 'ours')
      },
    },
    {
      id: 'conflict.theirs',
      menu: 'code',
      order: 431,
      label: t('decide.theirs'),
      keys: ['2', 'B'],
      within: '.conflicts',
      enabled: canDecide && current.blocked === null,
      run: () => {
        if (current !== undefined) void decide(current, 'theirs')
      },
    },
    {
      id: 'conflict.next',
      menu: 'code',
      order: 432,
      label: t('decide.next'),
      keys: ['ArrowDown', 'ArrowRight'],
      within: '.conflicts',
      repeats: true,
      enabled: at < conflicts.length - 1,
      run: () => {
        goTo(at + 1)
      },
    },
    {
      id: 'conflict.previous',
      menu: 'code',
      order: 433,
      label: t('decide.previous'),
      keys: ['ArrowUp', 'ArrowLeft'],
      within: '.conflicts',
      repeats: true,
      enabled: at > 0,
      run: () => {
        goTo(at - 1)
      },
    },
    {
      id: 'conflict.open',
      menu: 'code',
      order: 434,
      label: t('decide.open'),
      keys: 'O',
      within: '.conflicts',
      enabled: current?.documentId != null,
      run: () => {
        if (current !== undefined) openConflict(current)
      },
    },
  ])

  if (first?.error) return <p role="alert">{sentenceOf('errors', first.error)}</p>
  if (first?.data === undefined || ever?.total === 0) return null
  return (
    <section className={styles['section']} aria-label={t('conflicts.title')}>
      <PageTabs
        label={t('conflicts.title')}
        tabs={(['open', 'decided'] as const).map((id) => ({
          id,
          label: id === 'open' ? t('conflicts.open', { count: open }) : t('conflicts.decided'),
        }))}
        current={status}
        onChange={(next) => {
          setStatus(next)
          setPages(1)
          setIndex(0)
        }}
      />
      <p className={styles['note']}>{t(status === 'open' ? 'conflicts.about' : 'conflicts.aboutDecided')}</p>
      <div
        ref={setFrame}
        tabIndex={-1}
        role="group"
        aria-label={t('conflicts.list')}
        className={`conflicts ${styles['list'] ?? ''}`}
      >
        {conflicts.map((conflict, position) => (
          <ConflictEntry
            key={conflict.id}
            conflict={conflict}
            index={position}
            isCurrent={position === at}
            onDecide={(verdict) => void decide(conflict, verdict)}
          />
        ))}
        {conflicts.length === 0 && <p className={styles['note']}>{t(`conflicts.${status}None`)}</p>}
      </div>
      {conflicts.length < total && (
        <Button
          size="small"
          onPress={() => {
            setPages(pages + 1)
          }}
        >
          {t('more', { count: total - conflicts.length })}
        </Button>
      )}
    </section>
  )
}

function focusEntry(frame: HTMLElement | null, index: number): void {
  frame?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus()
}
