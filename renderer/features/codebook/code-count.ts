import { createContext, useContext } from 'react'

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

/** Codings to be looked at again, by code; absent: none. */
export const CodeReviewsContext = createContext<ReadonlyMap<number, { readonly own: number }>>(new Map())

export function useCodeCount(codeId: number): CodeCount | null {
  return useContext(CodeCountsContext).get(codeId) ?? null
}
