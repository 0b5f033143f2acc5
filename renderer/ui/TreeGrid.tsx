import { useEffect, useEffectEvent, useId, useImperativeHandle, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react'
import { folded, spoken } from '../i18n/spoken.ts'
import { classNames } from './class-names.ts'
import { ChevronRightIcon } from './icons.tsx'
import styles from './TreeGrid.module.css'
import { treeMove, typedAhead } from './tree-keys.ts'
import type { TreeLine } from './tree-keys.ts'
import { useVisibleRange } from './use-visible-range.ts'
import { offsetToShow } from './visible-range.ts'

/** CSS px; TreeGrid.module.css says the same. */
const LINE = 26
const PADDING = 4
/** Letters typed within this many milliseconds belong together. */
const TYPING_MS = 700

export interface TreeGridProps<L extends TreeLine> {
  readonly label: string
  readonly lines: readonly L[]
  /** The line the keyboard is on. */
  readonly activeId: string | null
  /** The line whose object is open in the activity. */
  readonly currentId?: string | null
  readonly isSelected?: (line: L) => boolean
  /** What a line is called, for typing ahead. */
  readonly nameOf: (line: L) => string
  /** What a screen reader says of a line. */
  readonly sayLine: (line: L) => string
  readonly children: (line: L, isPointedAt: boolean) => ReactNode
  /** A line becomes the active one. `extend`: with all from where one last went to without Shift. */
  readonly onMove: (line: L, how: 'key' | 'pointer' | 'menu' | 'extend') => void
  /** Enter or a click. */
  readonly onOpen: (line: L) => void
  readonly onToggle: (line: L) => void
  /** Space, or a click with Ctrl or ⌘. */
  readonly onSelect?: (line: L) => void
  readonly onSelectAll?: () => void
  /** The menu of a line is asked for, by the context menu's key or the other mouse button. */
  readonly onMenu?: (line: L, at: { readonly x: number; readonly y: number }) => void
  readonly ref?: Ref<HTMLDivElement>
}

/**
 * A tree of any length of which only what is on the screen is drawn. The tree itself holds the focus, so that lines may
 * come and go under it.
 */
export function TreeGrid<L extends TreeLine>(props: TreeGridProps<L>) {
  const { label, lines, activeId, currentId = null, isSelected, children, onMove, onOpen, onToggle, ref } = props
  const id = useId()
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => box, [box])
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const typing = useRef({ letters: '', at: 0 })
  const track = { count: lines.length, size: LINE, lead: 0 }
  const { first, last } = useVisibleRange(box, 'y', track)
  const wanted = lines.findIndex((line) => line.id === activeId)
  const active = wanted < 0 ? lines.findIndex((line) => line.id === currentId) : wanted
  const place = active < 0 ? 0 : active

  function show(index: number): void {
    if (!box || index < 0) return
    const top = offsetToShow(track, index, box.scrollTop, box.clientHeight - 2 * PADDING)
    if (top !== box.scrollTop) box.scrollTo({ top })
  }

  function moveTo(index: number, how: 'key' | 'extend'): void {
    const line = lines[index]
    if (!line) return
    show(index)
    onMove(line, how)
  }

  // What was opened from elsewhere is seen here, too.
  const showCurrent = useEffectEvent(() => {
    show(lines.findIndex((line) => line.id === currentId))
  })
  useEffect(() => {
    if (box) showCurrent()
  }, [box, currentId])

  function onKeyDown(event: KeyboardEvent): void {
    const line = lines[place]
    if (!box || !line || event.nativeEvent.isComposing || event.altKey) return
    const isCommand = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && !isCommand && !event.shiftKey) onOpen(line)
    else if (event.key === ' ' && !isCommand && props.onSelect) props.onSelect(line)
    else if (event.key === 'a' && isCommand && !event.shiftKey && props.onSelectAll) props.onSelectAll()
    else if (props.onMenu && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
      const row = document.getElementById(`${id}-${place}`)?.getBoundingClientRect()
      if (row) props.onMenu(line, { x: row.left + 24, y: row.bottom })
    } else if (!isCommand && isTypeable(event.key)) typeAhead(event.key)
    else {
      const move = isCommand ? null : treeMove(event.key, lines, place, Math.floor(box.clientHeight / LINE) - 1)
      if (move === null) return
      if (move.kind === 'toggle') onToggle(line)
      else moveTo(move.to, event.shiftKey && props.onSelect ? 'extend' : 'key')
    }
    event.preventDefault()
  }

  /** What is typed so far; empty when one has paused. */
  function typedSoFar(): string {
    return performance.now() - typing.current.at < TYPING_MS ? typing.current.letters : ''
  }

  /** A sign begins no name, and may be a shortcut. */
  function isTypeable(key: string): boolean {
    return /^[\p{L}\p{N}]$/u.test(key) || (/^[\p{P}\p{S}]$/u.test(key) && typedSoFar() !== '')
  }

  function typeAhead(letter: string): void {
    const letters = typedSoFar() + folded(letter)
    typing.current = { letters, at: performance.now() }
    const found = typedAhead(lines.length, place, letters, (index) => {
      const name = lines[index] ? props.nameOf(lines[index]) : ''
      return folded(name).startsWith(letters) || spoken(name)?.initials.startsWith(letters) === true
    })
    if (found >= 0) moveTo(found, 'key')
  }

  function onClick(event: MouseEvent): void {
    const index = lineAt(event.target)
    const line = lines[index]
    if (!line || (event.target instanceof Element && event.target.closest('button') !== null)) return
    const isOnChevron = event.target instanceof Element && event.target.closest('[data-fold]') !== null
    if (isOnChevron && line.isOpen !== undefined) onToggle(line)
    else if ((event.ctrlKey || event.metaKey) && props.onSelect) props.onSelect(line)
    else if (event.shiftKey && props.onSelect) moveTo(index, 'extend')
    else {
      onMove(line, 'pointer')
      onOpen(line)
    }
  }

  return (
    <div
      ref={setBox}
      role="treegrid"
      tabIndex={0}
      data-pane-start
      aria-label={label}
      aria-rowcount={lines.length}
      aria-colcount={1}
      aria-multiselectable={isSelected === undefined ? undefined : true}
      aria-activedescendant={lines.length > 0 && place >= first && place < last ? `${id}-${place}` : undefined}
      className={styles['tree']}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={(event) => {
        const line = lines[lineAt(event.target)]
        if (!line || !props.onMenu) return
        event.preventDefault()
        onMove(line, 'menu')
        props.onMenu(line, { x: event.clientX, y: event.clientY })
      }}
      onPointerMove={(event) => {
        setPointedAt(lines[lineAt(event.target)]?.id ?? null)
      }}
      onPointerLeave={() => {
        setPointedAt(null)
      }}
    >
      <div role="rowgroup" className={styles['sheet']} style={{ height: lines.length * LINE }}>
        {lines.slice(first, last).map((line, offset) => {
          const index = first + offset
          const selected = isSelected?.(line)
          return (
            <div
              key={line.id}
              id={`${id}-${index}`}
              role="row"
              aria-label={props.sayLine(line)}
              aria-level={line.level}
              aria-rowindex={index + 1}
              aria-expanded={line.isOpen}
              aria-selected={selected}
              aria-current={line.id === currentId ? 'true' : undefined}
              data-line={index}
              className={classNames(
                styles['line'],
                index === place && styles['active'],
                selected === true && styles['selected'],
                line.id === currentId && styles['current'],
              )}
              style={lineStyle(index, line.level)}
            >
              <div role="gridcell" aria-colindex={1} className={styles['cell']}>
                <span data-fold="" className={classNames(styles['fold'], line.isOpen === true && styles['open'])}>
                  {line.isOpen !== undefined && <ChevronRightIcon />}
                </span>
                {children(line, line.id === pointedAt)}
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function lineStyle(index: number, level: number): CSSProperties {
  return { top: index * LINE, paddingInlineStart: (level - 1) * 14 }
}

function lineAt(target: EventTarget): number {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
  return line === null ? -1 : Number(line.dataset['line'])
}
