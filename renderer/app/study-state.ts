import { useCallback, useState } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'

/**
 * What a view remembers while it is off the screen (its filters, where its list was scrolled to), for as long as the
 * study is open: the ids of one study mean nothing in another, and each open study has a cache of its own.
 */
export interface StudyState<T> {
  readonly initial: T
  readonly kept: WeakMap<QueryClient, T>
}

export function studyState<T>(initial: T): StudyState<T> {
  return { initial, kept: new WeakMap() }
}

/** Like `useState`, with a value that is still there when the view comes back. */
export function useStudyState<T>({ initial, kept }: StudyState<T>): readonly [T, (next: T) => void] {
  const client = useQueryClient()
  const [value, setValue] = useState(() => kept.get(client) ?? initial)
  const set = useCallback(
    (next: T) => {
      kept.set(client, next)
      setValue(next)
    },
    [client, kept],
  )
  return [value, set]
}
