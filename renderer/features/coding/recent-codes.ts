import { create } from 'zustand'

const REMEMBERED = 50

/** Ids of the codes used last, the latest first, while this window is open. */
export const useRecentCodes = create<{ ids: readonly number[] }>()(() => ({ ids: [] }))

export function rememberCodes(codeIds: readonly number[]): void {
  useRecentCodes.setState(({ ids }) => ({
    ids: [...codeIds, ...ids.filter((id) => !codeIds.includes(id))].slice(0, REMEMBERED),
  }))
}
