import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import {
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import { placeBeside } from '../reader/place-beside.ts'
import { classNames } from '../ui/class-names.ts'
import { useStableCallback } from '../ui/use-stable-callback.ts'
import { $mentionHere, insertMention, type MentionChoice, type MentionStart } from './mention.ts'
import styles from './MentionList.module.css'

export interface MentionListProps {
  readonly editor: LexicalEditor
  readonly label: string
  readonly nothing: string
  /** The best few first. */
  readonly find: (typed: string) => readonly MentionChoice[]
}

/** What may be meant by a mention that is being typed. The focus stays in the text; arrows choose, Enter takes. */
export function MentionList({ editor, label, nothing, find }: MentionListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [start, setStart] = useState<MentionStart | null>(null)
  const [active, setActive] = useState(0)
  /** A mention that was waved off with Escape stays away until another begins. */
  const [refused, setRefused] = useState<string | null>(null)
  const place = start === null ? null : `${start.key} ${start.from}`
  const choices = start === null || place === refused ? [] : find(start.typed)
  const isOpen = start !== null && place !== refused && (choices.length > 0 || start.typed.length < 12)
  const chosen = choices[Math.min(active, choices.length - 1)]

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const here = editorState.read($mentionHere)
        setStart((before) => {
          if (before?.typed !== here?.typed) setActive(0)
          return here
        })
      }),
    [editor],
  )

  const onKey = useStableCallback((event: KeyboardEvent | null, act: () => void): boolean => {
    // While composing, the keys are the input method's.
    if (!isOpen || event === null || event.isComposing || editor.isComposing()) return false
    event.preventDefault()
    event.stopPropagation()
    act()
    return true
  })
  const take = useStableCallback((choice: MentionChoice | undefined) => {
    if (start !== null && choice !== undefined) insertMention(editor, start, choice)
  })
  const move = useStableCallback((step: 1 | -1) => {
    if (choices.length > 0) setActive((before) => (before + step + choices.length) % choices.length)
  })
  const hasChoice = useStableCallback(() => chosen !== undefined)
  const dismiss = useStableCallback(() => {
    setRefused(place)
  })
  const takeActive = useStableCallback(() => {
    take(chosen)
  })

  useEffect(() => {
    const priority = COMMAND_PRIORITY_CRITICAL
    const onTake = (event: KeyboardEvent | null) => hasChoice() && onKey(event, takeActive)
    return mergeRegister(
      editor.registerCommand(
        KEY_ARROW_DOWN_COMMAND,
        (event) =>
          onKey(event, () => {
            move(1)
          }),
        priority,
      ),
      editor.registerCommand(
        KEY_ARROW_UP_COMMAND,
        (event) =>
          onKey(event, () => {
            move(-1)
          }),
        priority,
      ),
      editor.registerCommand(KEY_ENTER_COMMAND, onTake, priority),
      editor.registerCommand(KEY_TAB_COMMAND, onTake, priority),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => onKey(event, dismiss), priority),
    )
  }, [editor, onKey, move, dismiss, hasChoice, takeActive])

  useEffect(() => {
    const root = editor.getRootElement()
    if (root === null || !isOpen) return
    root.setAttribute('aria-controls', id)
    root.setAttribute('aria-haspopup', 'listbox')
    return () => {
      for (const name of ['aria-controls', 'aria-haspopup', 'aria-activedescendant']) root.removeAttribute(name)
    }
  }, [editor, id, isOpen])

  const activeId = chosen === undefined ? null : `${id}-${choices.indexOf(chosen)}`
  useEffect(() => {
    const root = editor.getRootElement()
    if (root === null) return
    if (activeId === null) root.removeAttribute('aria-activedescendant')
    else root.setAttribute('aria-activedescendant', activeId)
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [editor, activeId])

  useLayoutEffect(() => {
    const element = list.current
    const selection = getSelection()
    if (!isOpen || element === null || selection === null || selection.rangeCount === 0) return
    const at = selection.getRangeAt(0).getBoundingClientRect()
    const { left, top } = placeBeside(
      at,
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: innerWidth, height: innerHeight },
    )
    element.style.left = `${left}px`
    element.style.top = `${top}px`
  })

  if (!isOpen) return null
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={styles['list']}>
      {choices.map((choice, index) => (
        <div
          key={`${choice.target} ${choice.id}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={choice === chosen}
          className={classNames(styles['item'], choice === chosen && styles['active'])}
          onPointerDown={(event) => {
            // The focus stays in the text.
            event.preventDefault()
            take(choice)
          }}
        >
          <span className={styles['name']}>{choice.name}</span>
          <span className={styles['note']}>{choice.note}</span>
        </div>
      ))}
      {choices.length === 0 && (
        <div role="option" aria-selected={false} aria-disabled className={styles['nothing']}>
          {nothing}
        </div>
      )}
    </div>
  )
}
