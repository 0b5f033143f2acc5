import { useMemo } from 'react'
import { useHostQuery } from '../../app/host.ts'

const NONE: readonly number[] = []

/** The codings of a transcript that have a memo. */
export function useMemoed(documentId: number): ReadonlySet<number> {
  const { data } = useHostQuery('memo.owners', { documentId })
  const ids = data?.codings ?? NONE
  return useMemo(() => new Set(ids), [ids])
}
