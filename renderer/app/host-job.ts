import { useEffect, useState } from 'react'
import type { In, NamesOf, Out } from '../../shared/contract/contract.ts'
import type { WireError } from '../../shared/contract/envelope.ts'
import type { TopicKind } from '../../shared/contract/topics.ts'
import { wireErrorOf } from './bridge-error.ts'
import { useBridge } from './bridge.ts'
import { useChanged } from './host.ts'

export interface HostJobOptions {
  /** Changes of these make the host work it out again. */
  readonly concerns: ReadonlySet<TopicKind>
  /** Absent: true. False: nothing is asked, and what was answered stays. */
  readonly enabled?: boolean
}

export interface HostJob<N extends NamesOf<'job'>> {
  /** The last answer: it stays, though to another question, until the next one is there. */
  readonly data: Out<N> | null
  readonly error: WireError | null
  /** Whether the host is at it; `progress` as far as it says. */
  readonly isRunning: boolean
  readonly progress: { readonly done: number; readonly total: number | null } | null
}

/** Milliseconds after the last change, of the question or of the study, before the host is asked. */
const SETTLED = 200

/** A job whose answer is shown: it runs while it is shown, anew when the study changes, and is cancelled afterwards. */
export function useHostJob<N extends NamesOf<'job'>>(
  name: N,
  input: In<N>,
  { concerns, enabled = true }: HostJobOptions,
): HostJob<N> {
  const bridge = useBridge()
  const [data, setData] = useState<Out<N> | null>(null)
  const [error, setError] = useState<WireError | null>(null)
  const [progress, setProgress] = useState<HostJob<N>['progress']>(null)
  const [changes, setChanges] = useState(0)
  const [settled, setSettled] = useState<string | null>(null)
  useChanged(({ topics }) => {
    if (topics.some((topic) => concerns.has(topic.split(':', 1)[0] as TopicKind))) setChanges((count) => count + 1)
  })
  const key = JSON.stringify([input, changes])
  useEffect(() => {
    if (!enabled) return
    const [asked] = JSON.parse(key) as [In<N>, number]
    const abort = new AbortController()
    const unlessOver =
      <T>(set: (value: T) => void) =>
      (value: T) => {
        if (!abort.signal.aborted) set(value)
      }
    const timer = setTimeout(() => {
      bridge.call(name, asked, { signal: abort.signal, onProgress: unlessOver(setProgress) }).then(
        unlessOver((answer) => {
          setData(answer)
          setError(null)
          setProgress(null)
          setSettled(key)
        }),
        unlessOver((thrown: unknown) => {
          setError(wireErrorOf(thrown))
          setProgress(null)
          setSettled(key)
        }),
      )
    }, SETTLED)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [bridge, name, key, enabled])
  return { data, error, isRunning: enabled && settled !== key, progress }
}
