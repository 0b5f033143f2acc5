import { create } from 'zustand'

interface FoldedCodes {
  /** Codes whose children are hidden, in every tree of the codebook. */
  readonly folded: ReadonlySet<number>
  setFolded(ids: readonly number[]): void
}

/** Shows the children of a code. */
export function unfold(codeId: number): void {
  useFoldedCodes.setState(({ folded }) => ({ folded: new Set([...folded].filter((id) => id !== codeId)) }))
}

export const useFoldedCodes = create<FoldedCodes>()((set) => ({
  folded: new Set(),
  setFolded(ids) {
    set({ folded: new Set(ids) })
  },
}))
