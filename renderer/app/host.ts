import { useEffect, useState } from 'react'
import { keepPreviousData, QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Bridge, BridgeCallOptions } from '../../shared/contract/bridge.ts'
import type { In, NamesOf, Out } from '../../shared/contract/contract.ts'
import type { DocumentWork } from '../../shared/contract/document.ts'
import type { ChangedEvent, WireError } from '../../shared/contract/envelope.ts'
import { sentenceOf } from '../i18n/i18n.ts'
import { showToast } from '../ui/toast-queue.ts'
import { useBridge } from './bridge.ts'
import { wireErrorOf } from './bridge-error.ts'
import { isStale } from './stale.ts'
import type { Staleness } from './stale.ts'

/** How the renderer asks and tells the host: the only users of the bridge's `call` in components. */

export interface HostQueryOptions {
  /** Absent: true. False waits. */
  readonly enabled?: boolean
  /** Shows the answer to the last input until the one to the new input is there. */
  readonly keepPrevious?: boolean
}

/** Asks the host and keeps the answer fresh: it is asked again when a `changed` event concerns what it depends on. */
export function useHostQuery<N extends NamesOf<'query'>>(
  name: N,
  input: In<N>,
  options: HostQueryOptions = {},
): UseQueryResult<Out<N>, WireError> {
  const bridge = useBridge()
  return useQuery<Out<N>, WireError>({
    queryKey: [name, input],
    queryFn: () => ask(bridge, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Asks the same question with several inputs, for lists that are fetched page by page. Answers in the inputs' order. */
export function useHostPages<N extends NamesOf<'query'>>(
  name: N,
  inputs: readonly In<N>[],
): UseQueryResult<Out<N>, WireError>[] {
  const bridge = useBridge()
  return useQueries({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: () => ask(bridge, name, input) })),
  })
}

/** The same, and only what has been answered: the same array as long as the answers are the same. */
export function useHostAnswers<N extends NamesOf<'query'>>(name: N, inputs: readonly In<N>[]): readonly Out<N>[] {
  const bridge = useBridge()
  return useQueries({
    queries: inputs.map((input) => ({ queryKey: [name, input], queryFn: () => ask(bridge, name, input) })),
    combine: answered<Out<N>>,
  })
}

function answered<T>(results: readonly { readonly data: T | undefined }[]): T[] {
  return results.flatMap(({ data }) => (data === undefined ? [] : [data]))
}

/** Asks once, outside rendering (before a command, behind a click), through the same cache. Rejects with a WireError. */
export function useHostAsk(): <N extends NamesOf<'query'>>(name: N, input: In<N>) => Promise<Out<N>> {
  const bridge = useBridge()
  const client = useQueryClient()
  return (name, input) => client.fetchQuery({ queryKey: [name, input], queryFn: () => ask(bridge, name, input) })
}

async function ask<N extends NamesOf<'query'>>(bridge: Bridge, name: N, input: In<N>): Promise<Out<N>> {
  try {
    return await bridge.call(name, input)
  } catch (thrown) {
    // TanStack Query hands on what is thrown; the type says WireError.
    throw Object.assign(new Error(name), wireErrorOf(thrown))
  }
}

export interface HostCommandOptions extends BridgeCallOptions {
  /** The caller shows errors itself, from `error`. */
  readonly quiet?: boolean
}

export interface HostCommand<N extends NamesOf<'command' | 'job'>> {
  /** The answer, or null where it failed: then a toast has said why. Never rejects. */
  run(input: In<N>, options?: HostCommandOptions): Promise<Out<N> | null>
  readonly pending: boolean
  /** Of the last run. */
  readonly error: WireError | null
}

/** Tells the host to do something. What changes comes back as `changed` events; nothing is to be refetched by hand. */
export function useHostCommand<N extends NamesOf<'command' | 'job'>>(name: N): HostCommand<N> {
  const bridge = useBridge()
  const [pending, setPending] = useState(0)
  const [error, setError] = useState<WireError | null>(null)

  async function run(input: In<N>, options: HostCommandOptions = {}): Promise<Out<N> | null> {
    const { quiet = false, ...callOptions } = options
    setPending((count) => count + 1)
    setError(null)
    try {
      return await bridge.call(name, input, callOptions)
    } catch (thrown) {
      const wireError = wireErrorOf(thrown)
      setError(wireError)
      if (!quiet && wireError.code !== 'cancelled') showError(wireError)
      return null
    } finally {
      setPending((count) => count - 1)
    }
  }

  return { run, pending: pending > 0, error }
}

/**
 * Tells the host to do something whose progress nobody shows: nothing is drawn anew for it. The answer, or null where it
 * failed: then a toast has said why.
 */
export function useHostTell(): <N extends NamesOf<'command'>>(name: N, input: In<N>) => Promise<Out<N> | null> {
  const bridge = useBridge()
  return async (name, input) => {
    try {
      return await bridge.call(name, input)
    } catch (thrown) {
      showError(wireErrorOf(thrown))
      return null
    }
  }
}

/** Shows a failed call to the user as a toast that stays until it is closed. */
export function showError(error: WireError): void {
  showToast({ tone: 'error', text: sentenceOf('errors', error) })
}

/** Hears of every change of the study, for views that patch what they show (the reader). */
export function useChanged(listener: (event: ChangedEvent) => void): void {
  const bridge = useBridge()
  useEffect(() => bridge.on('changed', listener), [bridge, listener])
}

/** A cache that answers only from the host: nothing is stale by time, only by `changed` events. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  })
}

/** Sums over all codings follow a moment after a change, so that a coding is on the screen before they are counted. */
const SUMS_DELAY_MS = 200

const DOCUMENT_LIST = ['document.list', {}] as const

/** Writes how far transcripts are into the list, of which all else stays the same objects. */
function patchDocuments(client: QueryClient, work: ReadonlyMap<number, DocumentWork>): void {
  if (work.size === 0) return
  client.setQueryData<Out<'document.list'>>(
    DOCUMENT_LIST,
    (list) =>
      list && { documents: list.documents.map((row) => (work.has(row.id) ? { ...row, ...work.get(row.id) } : row)) },
  )
}

/** Keeps a cache in step with the study. Returns the function that stops it. */
export function followChanges(bridge: Bridge, client: QueryClient): () => void {
  let waiting: ChangedEvent[] = []
  let work = new Map<number, DocumentWork>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function refresh(events: readonly ChangedEvent[], wanted: Staleness): void {
    void client.invalidateQueries({
      predicate: (query) =>
        events.some((event) => isStale(query.queryKey, event, query.getObserversCount() > 0) === wanted),
    })
  }

  const stopChanged = bridge.on('changed', (event) => {
    client.setQueryData(['history.state', {}], event.history)
    refresh([event], 'now')
    waiting.push(event)
    // The list that is asked for now knows all that came before.
    if (isStale(DOCUMENT_LIST, event, true) === 'now') work.clear()
    for (const document of event.documents ?? []) work.set(document.id, document)
    timer ??= setTimeout(() => {
      const events = waiting
      waiting = []
      timer = undefined
      patchDocuments(client, work)
      work = new Map()
      refresh(events, 'soon')
    }, SUMS_DELAY_MS)
  })
  const stopHost = bridge.on('host', (event) => {
    // Another process answers now; whatever happened in between was not heard.
    if (event.state === 'restarted') void client.invalidateQueries()
  })
  return () => {
    clearTimeout(timer)
    stopChanged()
    stopHost()
  }
}
