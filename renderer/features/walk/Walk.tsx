import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { announce } from '../../app/announce.ts'
import type { Command } from '../../app/commands.ts'
import { useCommands } from '../../app/commands.ts'
import { useUndoStaysHere } from '../../app/undo-place.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CommandKey } from './CommandKey.tsx'
import { PassageInContext } from './PassageInContext.tsx'
import type { WalkPosition } from './use-walk.ts'
import styles from './Walk.module.css'
import type { WalkItem } from './walk-list.ts'

/** What one can decide about a passage, with one key. */
export interface Verdict<Item extends WalkItem = WalkItem> {
  /** Of its command. */
  readonly id: string
  readonly label: string
  /** In menus and when it is said, where the words on the button would tell too little; absent: those. */
  readonly command?: string
  readonly keys: string | readonly string[]
  readonly tone?: 'primary' | 'danger'
  /** Before the label: a code's colour. */
  readonly mark?: ReactNode
  /** Resolves to false where it could not be done. null: a step comes first (`step`), which decides by itself. */
  readonly run: (item: Item) => Promise<boolean> | null
}

/** What else one can do with a passage, with one key. */
export interface WalkAct<Item extends WalkItem = WalkItem> {
  readonly id: string
  readonly label: string
  readonly keys: string | readonly string[]
  /** Absent: it can be done. */
  readonly isEnabled?: boolean
  /** For what is on or off. */
  readonly isOn?: boolean
  /** False: something else on the screen shows its key. */
  readonly hasButton?: boolean
  readonly run: (item: Item) => void
}

export interface WalkProps<Item extends WalkItem> {
  /** What is judged, for screen readers. */
  readonly label: string
  readonly walk: WalkPosition<Item>
  readonly verdicts: readonly Verdict<Item>[]
  readonly acts?: readonly WalkAct<Item>[]
  /** The passage itself; absent: with the turns around it. */
  readonly passage?: (item: Item, opening: ReactNode) => ReactNode
  /** Before the passage: all of them, to be gone to. It keeps the focus that it has. */
  readonly list?: ReactNode
  /** Above the passage: how far one is. Absent: how many are left of how many; null: the passage says it. */
  readonly place?: ReactNode
  /** What going on and back are called; absent: Skip, Back. */
  readonly moves?: { readonly skip: string; readonly back: string }
  /** Under the passage: what is known about it. Absent for what is decided: that it is. */
  readonly about?: (item: Item, isOpen: boolean) => ReactNode
  /** Beside the verdicts: decides otherwise, through `judge`. */
  readonly more?: (judge: (run: Verdict<Item>['run']) => void) => ReactNode
  /** In place of the verdicts, which wait until it is done: a step that one of them takes. */
  readonly step?: ReactNode
  /** Said when nothing is left, in place of the passage; absent: it stays. */
  readonly finished?: ReactNode | undefined
  readonly onLeave?: () => void
}

/**
 * Passages one after the other, each in its context, each decided with one key. Nothing is lost by leaving: what is
 * decided is in the study, the rest waits.
 */
export function Walk<Item extends WalkItem>(props: WalkProps<Item>) {
  const { label, walk, verdicts, acts = [], list, about, more, step, finished, onLeave } = props
  const t = useT('walk')
  const moves = props.moves ?? { skip: t('skip'), back: t('back') }
  const goTo = useView((state) => state.goTo)
  const frame = useRef<HTMLDivElement>(null)
  useUndoStaysHere()
  const { item, index, left, total } = walk
  const itemKey = item?.key
  const isFinished = left === 0 && finished !== undefined
  const isStep = step !== undefined

  const isThere = useRef(false)
  useEffect(() => {
    const focus = document.activeElement
    // Who is busy elsewhere (with a filter) keeps the focus while the walk follows.
    const isElsewhere = focus !== null && focus !== document.body && frame.current?.contains(focus) === false
    if (focus?.closest(KEEPS_FOCUS) == null && !(isThere.current && isElsewhere))
      frame.current?.focus({ preventScroll: true })
    isThere.current = true
  }, [itemKey, isFinished])

  function judge(run: Verdict<Item>['run'], said?: string): void {
    const verdict = item === undefined || !walk.isOpen ? null : run(item)
    if (verdict === null) return
    walk.judge(verdict)
    if (said !== undefined) announce(said)
  }

  function open(): void {
    if (item === undefined) return
    const { documentId, start, end, key } = item
    goTo({ documentId, start, end, ...(typeof key === 'number' ? { codingId: key } : {}) })
  }

  const commands: Command[] = [
    ...verdicts.map(({ id, label: words, command = words, keys, run }) => ({
      id: `walk.${id}`,
      label: command,
      keys,
      enabled: walk.isOpen && !isStep,
      run: () => {
        judge(run, command)
      },
    })),
    ...acts.map(({ id, label: words, keys, isEnabled = true, isOn, run }) => ({
      id: `walk.${id}`,
      label: words,
      keys,
      enabled: item !== undefined && isEnabled && !isStep,
      ...(isOn === undefined ? {} : { checked: isOn }),
      run: () => {
        if (item !== undefined) run(item)
      },
    })),
    move('skip', moves.skip, ['ArrowRight', 'S'], isStep ? undefined : walk.skip),
    move('back', moves.back, ['ArrowLeft', 'Backspace'], isStep ? undefined : walk.back),
    move('open', t('open'), 'T', item === undefined ? undefined : open),
    ...(onLeave === undefined ? [] : [move('leave', t('leave'), 'Escape', onLeave)]),
  ].map((command, order) => ({ ...command, menu: 'code', order: 400 + order, within: '.walk' }))
  useCommands(commands)

  const button = (id: string, words: ReactNode, tone?: Verdict['tone']) => {
    const command = commands.find((candidate) => candidate.id === `walk.${id}`)
    return (
      <Button
        key={id}
        size="small"
        isDisabled={command?.enabled === false}
        onPress={() => command?.run()}
        {...(tone === undefined ? {} : { tone })}
      >
        {words}
        <CommandKey id={`walk.${id}`} />
      </Button>
    )
  }
  const group = (content: ReactNode) => (
    <div ref={frame} tabIndex={-1} className={classNames('walk', styles['walk'])} role="group" aria-label={label}>
      {list !== undefined && list !== false && (
        <div className={styles['list']} data-keeps-focus="">
          {list}
        </div>
      )}
      <div className={styles['column']}>{content}</div>
    </div>
  )

  if (item === undefined || isFinished) {
    return group(
      <div className={styles['finished']}>
        {finished}
        {onLeave !== undefined && (
          <Button tone="primary" onPress={onLeave}>
            {t('leave')}
          </Button>
        )}
      </div>,
    )
  }
  const opening = button('open', t('open'))
  return group(
    <>
      {props.place === undefined ? (
        <div className={styles['place']}>
          <span aria-live="polite">
            {t('position', { position: index + 1, total })}
            {' · '}
            {t('left', { count: left })}
          </span>
          <progress className={styles['bar']} max={total} value={total - left} aria-label={t('progress')} />
        </div>
      ) : (
        props.place
      )}
      {props.passage?.(item, opening) ?? <PassageInContext item={item} next={walk.next} opening={opening} />}
      <footer className={styles['foot']}>
        <div className={styles['about']}>
          {about?.(item, walk.isOpen) ?? (!walk.isOpen && <span className={styles['decided']}>{t('decided')}</span>)}
        </div>
        {step ?? (
          <div className={styles['verdicts']}>
            {verdicts.map(({ id, label: words, mark, tone }) =>
              button(
                id,
                <span className={styles['verdict']}>
                  {mark}
                  {words}
                </span>,
                tone,
              ),
            )}
          </div>
        )}
        <div className={styles['rest']}>
          {more !== undefined && walk.isOpen && <div className={styles['more']}>{more(judge)}</div>}
          <div className={styles['moves']}>
            {acts.map(
              ({ id, label: words, isOn, hasButton = true }) =>
                hasButton && button(id, isOn === true ? <>✓ {words}</> : words),
            )}
            {button('back', moves.back)}
            {button('skip', moves.skip)}
            {onLeave !== undefined && button('leave', t('leave'))}
          </div>
        </div>
      </footer>
    </>,
  )
}

const KEEPS_FOCUS = '[data-keeps-focus]'

function move(id: string, label: string, keys: string | readonly string[], run: (() => void) | undefined) {
  return { id: `walk.${id}`, label, keys, enabled: run !== undefined, run: run ?? (() => undefined) }
}
