import { useRef, useState } from 'react'
import { useChanged } from '../../app/host.ts'
import { useStableCallback } from '../../ui/use-stable-callback.ts'
import type { WalkItem } from './walk-list.ts'
import { nextOpen, withNews } from './walk-list.ts'

export interface WalkPosition {
  readonly list: readonly WalkItem[]
  /** Place in the list, from 0. */
  readonly index: number
  readonly item: WalkItem | undefined
  /** The one that comes after it, to be fetched already. */
  readonly next: WalkItem | undefined
  /** How many are still to be judged. */
  readonly left: number
  readonly isOpen: boolean
  /** Takes the item as judged and goes on; `verdict` false: it was not, after all. */
  judge(verdict: Promise<boolean>): void
  skip(): void
  back(): void
}

/**
 * Where one is in a walk. The host says what is still to be judged (`open`, in order); a verdict counts at once, before
 * the host has said so, and what is undone comes back and is gone to.
 */
export function useWalk(open: readonly WalkItem[]): WalkPosition {
  const [state, setState] = useState(() => ({ open, list: open, index: 0, judged: new Set<number>() }))
  let now = state
  if (open !== state.open) {
    now = heard(state, open)
    setState(now)
  }
  const { list, index, judged } = now
  const openKeys = new Set(open.map(({ key }) => key))
  const isOpen = (key: number): boolean => openKeys.has(key) && !judged.has(key)
  const item = list[index]
  const after = nextOpen(list, isOpen, index)

  // What is undone before the host was asked again has never left `open`: the event alone tells of it.
  const settled = useRef(new Set<number>())
  useChanged(
    useStableCallback((event) => {
      if (!event.topics.some((topic) => topic.startsWith('codings'))) return
      const back = event.codings?.flatMap(({ upserted }) => upserted.map(({ id }) => id)) ?? [...settled.current]
      const again = back.filter((key) => settled.current.delete(key))
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
    list,
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
      void verdict.then((isDone) => {
        if (isDone) {
          settled.current.add(item.key)
          return
        }
        setState((before) => ({
          ...before,
          judged: new Set([...before.judged].filter((key) => key !== item.key)),
          index: placeOf(before.list, item.key),
        }))
      })
    },
    skip() {
      if (after !== null) goTo(after)
    },
    back() {
      if (index > 0) goTo(index - 1)
    },
  }
}

interface WalkState {
  readonly open: readonly WalkItem[]
  readonly list: readonly WalkItem[]
  readonly index: number
  /** Judged here, and the host has not yet said so. */
  readonly judged: ReadonlySet<number>
}

function placeOf(list: readonly WalkItem[], key: number | undefined): number {
  return Math.max(
    0,
    list.findIndex((item) => item.key === key),
  )
}

function heard(state: WalkState, open: readonly WalkItem[]): WalkState & { judged: Set<number> } {
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
