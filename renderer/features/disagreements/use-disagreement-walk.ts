import { useEffect, useRef, useState } from 'react'
import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { useHostPages, useHostQuery } from '../../app/host.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { PAGE } from '../../app/use-host-rows.ts'
import { useUndoStaysHere } from '../../app/undo-place.ts'
import type { WalkPosition } from '../walk/use-walk.ts'
import type { DisagreementQuery } from './disagreement-filters.ts'
import { needsVerdict } from './disagreement-filters.ts'

export interface DisagreementWalk extends WalkPosition<DisagreementRow> {
  goTo(index: number): void
}

export interface DisagreementWalkOptions {
  readonly query: DisagreementQuery
  /** How many disagreements the filters let through, and how many of all that are shown still want a verdict. */
  readonly total: number
  readonly left: number
}

/** Where one is: the row that is meant, and its place when last seen, should it be gone. */
interface At {
  readonly index: number
  /** null: whichever is there, once it is known. */
  readonly key: string | null
}

/** One comes back to where one was. */
const KEPT = studyState<At>({ index: 0, key: null })

interface Judged {
  /** Since when the host has known of it; infinite until it answers. */
  readonly since: number
  /** Whether it counted among those left. */
  readonly wasLeft: boolean
}

/**
 * Where one is in a list of disagreements that is fetched page by page and from which rows may go while one decides. What
 * is decided counts at once; what is undone comes back and is gone to.
 */
export function useDisagreementWalk({ query, total, left }: DisagreementWalkOptions): DisagreementWalk {
  const [kept, keep] = useStudyState(KEPT)
  const [at, setAt] = useState(kept)
  useEffect(() => {
    keep(at)
  }, [keep, at])
  const [judged, setJudged] = useState<ReadonlyMap<string, Judged>>(new Map())
  const [shown, setShown] = useState<DisagreementRow>()
  const done = useRef<At[]>([])
  const undone = useRef<At[]>([])
  // Another list: from its beginning, or with the row that was looked at where it is in that one as well.
  const asked = JSON.stringify(query)
  const [answered, setAnswered] = useState(asked)
  if (asked !== answered) {
    setAnswered(asked)
    setAt({ index: 0, key: at.key })
    setJudged(new Map())
  }

  const place = useHostQuery('disagreement.place', { ...query, key: at.key, from: at.index })
  const wanted = [at.index, at.index + 1, place.data?.index ?? at.index, place.data?.next ?? at.index]
  const pages = usePages(query, wanted)

  const found = at.key === null ? null : pages.indexOf(at.key)
  const index = Math.max(0, Math.min(found ?? (at.key === null ? null : place.data?.index) ?? at.index, total - 1))
  const there = pages.at(index)
  const isMeant = at.key !== null && (there?.key === at.key || place.data?.index !== null)
  if (at.index !== index && found !== null) setAt({ index, key: at.key })
  else if (at.key !== null && !isMeant && !place.isFetching && !pages.isFetching) setAt({ index, key: null })
  else if (at.key === null && there !== undefined) setAt({ index, key: there.key })
  if (there !== undefined && there !== shown) setShown(there)
  // While the page is on its way, what was there stays.
  const item = there ?? (total > 0 && pages.isFetching ? shown : undefined)

  const isPending = ({ key }: DisagreementRow): boolean => (judged.get(key)?.since ?? -1) >= pages.updatedAt
  const next = nextOpen()

  /** The next one that wants a verdict: of those that are known, else as the host says. */
  function nextOpen(): number | null {
    for (let position = index + 1; position < total; position++) {
      const row = pages.at(position)
      if (row === undefined) break
      if (needsVerdict(row) && !isPending(row)) return position
    }
    const byHost = place.data?.next ?? null
    const row = byHost === null ? undefined : pages.at(byHost)
    return byHost === index || (row !== undefined && isPending(row)) ? null : byHost
  }

  function goTo(position: number): void {
    setAt({ index: position, key: pages.at(position)?.key ?? null })
  }

  function setJudgedAs(key: string, as: Judged | null): void {
    setJudged((before) => {
      const after = new Map(before)
      if (as === null) after.delete(key)
      else after.set(key, as)
      return after
    })
  }

  useUndoStaysHere(({ direction, place: { label } }) => {
    if (label.code !== 'disagreementDecide') return
    const [from, to] = direction === 'undo' ? [done.current, undone.current] : [undone.current, done.current]
    const back = from.pop()
    if (back === undefined || back.key === null) return
    to.push(back)
    setJudgedAs(back.key, null)
    setAt(back)
  })

  const pending = [...judged.values()].filter(({ since, wasLeft }) => wasLeft && since >= pages.updatedAt).length
  return {
    total,
    index,
    item,
    next: next === null ? undefined : pages.at(next),
    left: Math.max(0, left - pending),
    isOpen: item !== undefined && !isPending(item),
    judge(verdict) {
      if (item === undefined) return
      const { key } = item
      const wasLeft = needsVerdict(item)
      const here = { index, key }
      setJudgedAs(key, { since: Infinity, wasLeft })
      if (next !== null) goTo(next)
      void verdict.then((isDone) => {
        setJudgedAs(key, isDone ? { since: Date.now(), wasLeft } : null)
        if (isDone) {
          done.current.push(here)
          undone.current = []
        } else setAt(here)
      })
    },
    skip:
      next === null
        ? undefined
        : () => {
            goTo(next)
          },
    back:
      index === 0
        ? undefined
        : () => {
            goTo(index - 1)
          },
    goTo,
  }
}

/** The pages on which some rows lie. */
function usePages(query: DisagreementQuery, indices: readonly number[]) {
  const offsets = [...new Set(indices.map((index) => Math.floor(index / PAGE) * PAGE))]
  const answers = useHostPages(
    'disagreement.list',
    offsets.map((offset) => ({ ...query, offset, limit: PAGE })),
  )
  const at = (index: number): DisagreementRow | undefined => {
    const page = offsets.indexOf(Math.floor(index / PAGE) * PAGE)
    return answers[page]?.data?.rows[index % PAGE]
  }
  return {
    at,
    /** Where the row with a key is, if it is on one of them. */
    indexOf(key: string): number | null {
      for (const [page, answer] of answers.entries()) {
        const position = answer.data?.rows.findIndex((row) => row.key === key) ?? -1
        if (position >= 0) return (offsets[page] ?? 0) + position
      }
      return null
    },
    isFetching: answers.some(({ isFetching }) => isFetching),
    /** When the last of them came, milliseconds since 1970. */
    updatedAt: Math.max(0, ...answers.map(({ dataUpdatedAt }) => dataUpdatedAt)),
  }
}
