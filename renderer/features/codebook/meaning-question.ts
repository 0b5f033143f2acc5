import { create } from 'zustand'

/** Codes whose definition was just changed and about which nobody has said yet whether they mean something else now. */
export const useMeaningQuestion = create<{ readonly codeIds: ReadonlySet<number> }>()(() => ({ codeIds: new Set() }))

export function askAboutMeaning(codeId: number): void {
  useMeaningQuestion.setState(({ codeIds }) => ({ codeIds: new Set([...codeIds, codeId]) }))
}

export function meaningIsClear(codeId: number): void {
  useMeaningQuestion.setState(({ codeIds }) => ({ codeIds: new Set([...codeIds].filter((id) => id !== codeId)) }))
}
