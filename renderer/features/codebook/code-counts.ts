import { createContext, useContext, useMemo } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'

/** Passages under a code and the codes below it. */
export interface CodeCount {
  /** Null: no transcript is open. */
  readonly here: number | null
  readonly study: number
}

/**
 * The counts that the rows of a tree show. They reach the rows past the tree, for they change with every coding and the
 * tree does not.
 */
export const CodeCountsContext = createContext<ReadonlyMap<number, CodeCount>>(new Map())

export function useCodeCount(codeId: number): CodeCount | null {
  return useContext(CodeCountsContext).get(codeId) ?? null
}

/** Passages per code (with the codes below it) in the window's layer: in the open transcript and in the study. */
export function useCodeCounts(documentId: number | null): ReadonlyMap<number, CodeCount> {
  const layer = useView((state) => state.layer)
  const { data: here } = useHostQuery(
    'code.counts',
    { layer, documentId },
    { enabled: documentId !== null, keepPrevious: true },
  )
  const { data: study } = useHostQuery('code.counts', { layer, documentId: null }, { keepPrevious: true })
  return useMemo(() => {
    const inDocument = new Map(here?.counts.map(({ codeId, branch }) => [codeId, branch]))
    return new Map(
      study?.counts.map(({ codeId, branch }) => [
        codeId,
        { here: documentId === null ? null : (inDocument.get(codeId) ?? 0), study: branch },
      ]),
    )
  }, [documentId, here, study])
}
