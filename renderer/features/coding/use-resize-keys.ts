import { useEffect, useRef } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { announce } from '../../app/announce.ts'
import { useBridge } from '../../app/bridge.ts'
import { currentCommands, keysOf } from '../../app/commands.ts'
import { isKeystroke } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import { useReading } from '../../reader/reading-state.ts'
import { steppedEnd } from '../../reader/resize-passage.ts'
import type { PassageEnd } from '../../reader/resize-passage.ts'
import { useStableCallback } from '../../ui/use-stable-callback.ts'
import { edgesOf } from './edges-of.ts'
import type { PassageActions } from './use-passage-actions.ts'

/** Milliseconds after the last press of a run that becomes one step of undo. */
const RUN = 600

/** What a resizing key does: which end, out or in, by what. */
export interface ResizeStep {
  readonly end: PassageEnd
  readonly direction: 'out' | 'in'
  readonly by: 'word' | 'sentence'
}

/**
 * Moves the ends of a coding by keys. What is pressed in one run is shown at once and stored as one change: when no more
 * comes, or before any other key or click does something else. Escape gives the run up.
 */
export function useResizeKeys(actions: PassageActions): (coding: CodingRow, step: ResizeStep) => void {
  const t = useT('passages')
  const { shell } = useBridge()
  const run = useRef<{ readonly before: CodingRow; now: CodingRow; timer: ReturnType<typeof setTimeout> } | null>(null)

  const commit = useStableCallback(() => {
    const ended = run.current
    if (ended === null) return
    run.current = null
    clearTimeout(ended.timer)
    const { before, now } = ended
    if (before.start === now.start && before.end === now.end) return
    void actions.resize(now, now).then((isDone) => {
      const { view } = useReading.getState()
      if (!isDone && view?.coding(before.id) !== undefined) view.preview(before)
    })
  })

  const giveUp = useStableCallback(() => {
    const ended = run.current
    if (ended === null) return
    run.current = null
    clearTimeout(ended.timer)
    useReading.getState().view?.preview(ended.before)
    announce(t('resizeGivenUp'))
  })

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (run.current === null || MODIFIERS.has(event.key)) return
      if (event.key === 'Escape') {
        giveUp()
        event.preventDefault()
        event.stopPropagation()
      } else if (!isResizing(event)) commit()
    }
    const isResizing = (event: KeyboardEvent): boolean =>
      currentCommands().some(
        (command) =>
          command.id.startsWith(RESIZE) && keysOf(command).some((keys) => isKeystroke(event, keys, shell.os)),
      )
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('pointerdown', commit, { capture: true })
    window.addEventListener('blur', commit)
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('pointerdown', commit, { capture: true })
      window.removeEventListener('blur', commit)
    }
  }, [shell.os, commit, giveUp])
  useEffect(() => commit, [commit])

  return (coding, { end, direction, by }) => {
    const { view, document: opened } = useReading.getState()
    if (view === null || opened === null) return
    if (run.current !== null && run.current.now.id !== coding.id) commit()
    const now = run.current?.now ?? coding
    const next = { ...now, ...steppedEnd(opened, now, end, direction, by) }
    if (next.start === now.start && next.end === now.end) {
      announce(t('resizeNoFurther'))
      return
    }
    view.focus()
    view.preview(next)
    announce(edgesOf(opened.text.slice(next.start, next.end)))
    clearTimeout(run.current?.timer)
    run.current = { before: run.current?.before ?? coding, now: next, timer: setTimeout(commit, RUN) }
  }
}

/** Ids of the commands that resize begin like this. */
export const RESIZE = 'passage.resize.'

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])
