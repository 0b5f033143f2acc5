import { create } from 'zustand'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import type { WireError } from '../../../shared/contract/envelope.ts'
import type { SearchQuery, SearchSummary } from '../../../shared/contract/search.ts'
import { patternFault } from '../../../shared/search/pattern.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'

/** The search of this window: what is looked for, what the host has found, and where one is in it. */
export interface FindState {
  readonly query: SearchQuery
  /** The language version that was searched. */
  readonly version: string
  /** Counts the searches that found something else than the one before: another list. */
  readonly list: number
  /** Of the last search that has begun to answer; its `searchId` names the hits. */
  readonly summary: SearchSummary | null
  readonly isRunning: boolean
  /** Transcripts read so far; null while nothing is under way. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly error: WireError | null
  /** Something has changed since: to be searched again when somebody looks. */
  readonly isOutdated: boolean
  /** Number of the hit one is at. */
  readonly active: number
  /** Where the list is scrolled to, CSS px. */
  readonly top: number
  /** Numbers of the hits that were ticked; none: all are meant. */
  readonly ticked: ReadonlySet<number>
  readonly tab: 'hits' | 'words'
  /** Counts up when somebody asks to search, so that the field takes the focus. */
  readonly asked: number
}

export const NO_FILTER: SearchQuery['filter'] = {
  villageIds: [],
  documentIds: [],
  respondentIds: [],
  roles: [],
  interviewers: false,
}

export const NO_QUERY: SearchQuery = { text: '', mode: 'text', matchCase: false, filter: NO_FILTER, wordCount: null }

const INITIAL: FindState = {
  query: NO_QUERY,
  version: 'originals',
  list: 0,
  summary: null,
  isRunning: false,
  progress: null,
  error: null,
  isOutdated: false,
  active: 0,
  top: 0,
  ticked: new Set(),
  tab: 'hits',
  asked: 0,
}

export const useFind = create<FindState>()(() => INITIAL)

let current: AbortController | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Milliseconds after the last key before a search begins. */
const TYPING = 160

/** Changes what is looked for. The search begins a moment later, and ends the one before. */
export function changeQuery(bridge: Bridge, change: Partial<SearchQuery>, version: string): void {
  const before = useFind.getState().query
  // Words that were counted are found as they were counted, until somebody types something else.
  const wordCount = change.text === undefined && change.mode === undefined ? before.wordCount : null
  const query = { ...before, wordCount, ...change }
  useFind.setState({ query })
  // Asking for what is there already changes nothing in the list.
  const { summary, version: searched, isOutdated } = useFind.getState()
  if (summary !== null && !isOutdated && searched === version && JSON.stringify(query) === JSON.stringify(before))
    return
  clearTimeout(timer)
  timer = setTimeout(() => void runSearch(bridge, version), TYPING)
}

/** Searches now. What one had ticked stays where the same is found again. */
export async function runSearch(bridge: Bridge, version: string): Promise<void> {
  clearTimeout(timer)
  current?.abort()
  const own = new AbortController()
  current = own
  const { query } = useFind.getState()
  if (query.text.trim() === '' || patternFault(query) !== null) {
    useFind.setState({ ...AT_REST, version, summary: null, active: 0, top: 0, ticked: new Set() })
    return
  }
  useFind.setState({ ...AT_REST, isRunning: true, version })
  const onProgress = ({ done, total }: { done: number; total: number | null }): void => {
    if (!own.signal.aborted) useFind.setState({ progress: { done, total: total ?? 0 } })
  }
  try {
    const options = { signal: own.signal, onProgress }
    const first = await bridge.call('search.start', { query, version }, options)
    if (own.signal.aborted) return
    showFound(first)
    if (first.isComplete) return
    const whole = await bridge.call('search.finish', { searchId: first.searchId }, options)
    if (!own.signal.aborted) showFound(whole)
  } catch (thrown) {
    const error = wireErrorOf(thrown)
    if (!own.signal.aborted) useFind.setState({ ...AT_REST, error })
  }
}

const AT_REST = { isRunning: false, progress: null, error: null, isOutdated: false }

function showFound(summary: SearchSummary): void {
  const before = useFind.getState()
  const isNews = before.summary?.searchId !== summary.searchId && !isAlike(before.summary, summary)
  useFind.setState({
    ...(summary.isComplete ? AT_REST : {}),
    summary,
    ...(isNews ? { active: 0, top: 0, ticked: new Set<number>(), list: before.list + 1 } : {}),
  })
}

/** The same hits under another number, as far as counts tell. */
function isAlike(one: SearchSummary | null, other: SearchSummary): boolean {
  return (
    one !== null &&
    one.hits === other.hits &&
    one.documents.every(({ documentId, hits }, index) => {
      const same = other.documents[index]
      return same?.documentId === documentId && same.hits === hits
    })
  )
}

/** Ends what is under way and forgets everything: another study was opened. */
export function forgetSearch(): void {
  clearTimeout(timer)
  current?.abort()
  current = null
  useFind.setState(INITIAL)
}
