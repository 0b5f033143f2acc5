import { useRef, useState } from 'react'
import { useChanged } from '../../app/host.ts'
import { useStableCallback } from '../../ui/use-stable-callback.ts'
import type { WalkItem } from './walk-list.ts'
import { nextOpen, withNews } from './walk-list.ts'

/** Where one is in a walk, and how one goes on. */
export interface WalkPosition<Item extends WalkItem = WalkItem> {
  /** How many there are, judged or not. */
  readonly total: number
  /** Place among them, from 0. */
  readonly index: number
  readonly item: Item | undefined
  /** The one still to be judged that comes after it, to be fetched already. */
  readonly next: Item | undefined
  /** How many are still to be judged. */
  readonly left: number
  /** Whether the item can be judged. */
  readonly isOpen: boolean
  /** Takes the item as judged and goes on; `verdict` false: it was not, after all. */
  judge(verdict: Promise<boolean>): void
  /** To the next one that is still to be judged; absent: there is none. */
  readonly skip: (() => void) | undefined
  readonly back: (() => void) | undefined
}

/**
 * Where one is in a walk. The host says what is still to be judged (`open`, in order); a verdict counts at once, before
 * the host has said so, and what is undone comes back and is gone to.
 */
export function useWalk<Item extends WalkItem>(open: readonly Item[]): WalkPosition<Item> {
  const [state, setState] = useState(() => ({ open, list: open, index: 0, judged: new Set<WalkItem['key']>() }))
  let now = state
  if (open !== state.open) {
    now = heard(state, open)
    setState(now)
  }
  const { list, index, judged } = now
  const openKeys = new Set(open.map(({ key }) => key))
  const isOpen = (key: WalkItem['key']): boolean => openKeys.has(key) && !judged.has(key)
  const item = list[index]
  const after = nextOpen(list, isOpen, index)

  // What is undone before the host was asked again has never left `open`: the event alone tells of it, at times before
  // the answer to the verdict itself.
  const settled = useRef(new Set<WalkItem['key']>())
  const asked = useRef(new Set<WalkItem['key']>())
  useChanged(
    useStableCallback((event) => {
      if (!event.topics.some((topic) => topic.startsWith('codings'))) return
      const isUndo = event.history.redo !== null
      const back = event.codings?.flatMap(({ upserted }) => upserted.map(({ id }) => id)) ?? [
        ...settled.current,
        ...asked.current,
      ]
      const again = back.filter((key) => settled.current.delete(key) || (isUndo && asked.current.delete(key)))
      if (again.length === 0) return
      setState((before) => ({
        ...before,
        judged: new Set([...before.judged].filter((key) => !again.includes(key))),
        index: placeOf(before.list, again[0]),
      }))
    }),
  )

  function goTo(next: number): void {
    setState((before) => ({ ...before, index: next }))
  }

  return {
    total: list.length,
    index,
    item,
    next: after === null ? undefined : list[after],
    left: list.filter(({ key }) => isOpen(key)).length,
    isOpen: item !== undefined && isOpen(item.key),
    judge(verdict) {
      if (item === undefined) return
      setState((before) => ({
        ...before,
        judged: new Set([...before.judged, item.key]),
        index: after ?? index,
      }))
      asked.current.add(item.key)
      void verdict.then((isDone) => {
        const isUndone = !asked.current.delete(item.key)
        if (isDone) {
          if (!isUndone) settled.current.add(item.key)
          return
        }
        setState((before) => ({
          ...before,
          judged: new Set([...before.judged].filter((key) => key !== item.key)),
          index: placeOf(before.list, item.key),
        }))
      })
    },
    skip:
      after === null
        ? undefined
        : () => {
            goTo(after)
          },
    back:
      index === 0
        ? undefined
        : () => {
            goTo(index - 1)
          },
  }
}

interface WalkState<Item> {
  readonly open: readonly Item[]
  readonly list: readonly Item[]
  readonly index: number
  /** Judged here, and the host has not yet said so. */
  readonly judged: ReadonlySet<WalkItem['key']>
}

function placeOf(list: readonly WalkItem[], key: WalkItem['key'] | undefined): number {
  return Math.max(
    0,
    list.findIndex((item) => item.key === key),
  )
}

function heard<Item extends WalkItem>(
  state: WalkState<Item>,
  open: readonly Item[],
): WalkState<Item> & { judged: Set<WalkItem['key']> } {
  const keys = new Set(open.map(({ key }) => key))
  const before = new Set(state.open.map(({ key }) => key))
  const list = withNews(state.list, open)
  const back = open.find(({ key }) => !before.has(key) && !state.judged.has(key))
  const current = state.list[state.index]
  const shown = back ?? current
  return {
    open,
    list,
    judged: new Set([...state.judged].filter((key) => keys.has(key))),
    index: placeOf(list, shown?.key),
  }
}
