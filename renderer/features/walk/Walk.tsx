import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { announce } from '../../app/announce.ts'
import { useBridge } from '../../app/bridge.ts'
import type { Command } from '../../app/commands.ts'
import { keysOf, useCommandList, useCommands } from '../../app/commands.ts'
import { shownKeys } from '../../app/keys.ts'
import { useUndoStaysHere } from '../../app/undo-place.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { PassageInContext } from './PassageInContext.tsx'
import { useWalk } from './use-walk.ts'
import styles from './Walk.module.css'
import type { WalkItem } from './walk-list.ts'

/** What one can decide about a passage, with one key. */
export interface Verdict {
  /** Of its command. */
  readonly id: string
  readonly label: string
  readonly keys: string
  readonly tone?: 'primary' | 'danger'
  /** Before the label: a code's colour. */
  readonly mark?: ReactNode
  /** Resolves to false where it could not be done. */
  readonly run: (item: WalkItem) => Promise<boolean>
}

export interface WalkProps {
  /** What is judged, for screen readers. */
  readonly label: string
  /** What is still to be judged, in order. A new array only where it has changed. */
  readonly open: readonly WalkItem[]
  readonly verdicts: readonly Verdict[]
  /** Under the passage: what is known about it. */
  readonly about?: (item: WalkItem) => ReactNode
  /** Beside the verdicts: decides otherwise, through `judge`. */
  readonly more?: (judge: (run: (item: WalkItem) => Promise<boolean>) => void) => ReactNode
  /** Said when nothing is left. */
  readonly finished: ReactNode
  readonly onLeave: () => void
}

/**
 * Passages one after the other, each in its context, each decided with one key. Nothing is lost by leaving: what is
 * decided is in the study, the rest waits.
 */
export function Walk({ label, open, verdicts, about, more, finished, onLeave }: WalkProps) {
  const t = useT('walk')
  const goTo = useView((state) => state.goTo)
  const frame = useRef<HTMLDivElement>(null)
  const walk = useWalk(open)
  useUndoStaysHere()
  const { item, list, index, left } = walk
  const itemKey = item?.key
  const isFinished = left === 0

  useEffect(() => {
    frame.current?.focus({ preventScroll: true })
  }, [itemKey, isFinished])

  function judge(run: (item: WalkItem) => Promise<boolean>, said?: string): void {
    if (item === undefined || !walk.isOpen) return
    walk.judge(run(item))
    if (said !== undefined) announce(said)
  }

  const commands: Command[] = [
    ...verdicts.map((verdict, order): Command => ({
      id: `walk.${verdict.id}`,
      menu: 'code',
      order: 400 + order,
      label: verdict.label,
      keys: verdict.keys,
      within: '.walk',
      enabled: walk.isOpen,
      run: () => {
        judge(verdict.run, verdict.label)
      },
    })),
    {
      id: 'walk.skip',
      menu: 'code',
      order: 420,
      label: t('skip'),
      keys: ['ArrowRight', 'S'],
      within: '.walk',
      enabled: walk.next !== undefined,
      run: walk.skip,
    },
    {
      id: 'walk.back',
      menu: 'code',
      order: 421,
      label: t('back'),
      keys: ['ArrowLeft', 'Backspace'],
      within: '.walk',
      enabled: index > 0,
      run: walk.back,
    },
    {
      id: 'walk.open',
      menu: 'code',
      order: 422,
      label: t('open'),
      keys: 'O',
      within: '.walk',
      enabled: item !== undefined,
      run: () => {
        if (item !== undefined) goTo({ ...item, codingId: item.key })
      },
    },
    { id: 'walk.leave', menu: 'code', order: 423, label: t('leave'), keys: 'Escape', within: '.walk', run: onLeave },
  ]
  useCommands(commands)
  const keyOf = useShownKeys()
  const button = (id: string, labelOf: ReactNode, run: () => void, isEnabled: boolean, tone?: Verdict['tone']) => (
    <Button key={id} size="small" isDisabled={!isEnabled} onPress={run} {...(tone === undefined ? {} : { tone })}>
      {labelOf}
      <kbd className={styles['key']}>{keyOf(`walk.${id}`)}</kbd>
    </Button>
  )

  if (item === undefined || isFinished) {
    return (
      <div ref={frame} tabIndex={-1} className={`walk ${styles['walk'] ?? ''}`} role="group" aria-label={label}>
        <div className={styles['finished']}>
          {finished}
          <Button tone="primary" onPress={onLeave}>
            {t('leave')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div ref={frame} tabIndex={-1} className={`walk ${styles['walk'] ?? ''}`} role="group" aria-label={label}>
      <div className={styles['place']}>
        <span aria-live="polite">
          {t('position', { position: index + 1, total: list.length })}
          {' · '}
          {t('left', { count: left })}
        </span>
        <progress className={styles['bar']} max={list.length} value={list.length - left} aria-label={t('progress')} />
      </div>
      <PassageInContext
        item={item}
        next={walk.next}
        opening={button(
          'open',
          t('open'),
          () => {
            goTo({ ...item, codingId: item.key })
          },
          true,
        )}
      />
      <footer className={styles['foot']}>
        <div className={styles['about']}>
          {walk.isOpen ? about?.(item) : <span className={styles['decided']}>{t('decided')}</span>}
        </div>
        <div className={styles['verdicts']}>
          {verdicts.map((verdict) =>
            button(
              verdict.id,
              <span className={styles['verdict']}>
                {verdict.mark}
                {verdict.label}
              </span>,
              () => {
                judge(verdict.run, verdict.label)
              },
              walk.isOpen,
              verdict.tone,
            ),
          )}
        </div>
        {more !== undefined && walk.isOpen && <div className={styles['more']}>{more(judge)}</div>}
        <div className={styles['moves']}>
          {button('back', t('back'), walk.back, index > 0)}
          {button('skip', t('skip'), walk.skip, walk.next !== undefined)}
          {button('leave', t('leave'), onLeave, true)}
        </div>
      </footer>
    </div>
  )
}

/** What a command's button shows: the first key that works now. */
function useShownKeys(): (id: string) => string {
  const { shell } = useBridge()
  const commands = useCommandList()
  return (id) => {
    const command = commands.find((candidate) => candidate.id === id)
    const [keys] = command === undefined ? [] : keysOf(command)
    return keys === undefined ? '' : shownKeys(keys, shell.os)
  }
}
