import { create } from 'zustand'
import { useView } from '../../app/view-state.ts'

/** The code that is chosen in the codebook, beside the text and on its page. */
export const useChosenCode = create<{ codeId: number | null }>()(() => ({ codeId: null }))

export function chooseCode(codeId: number): void {
  useChosenCode.setState({ codeId })
}

/** Opens the codebook page at a code. */
export function openCodebookAt(codeId: number): void {
  chooseCode(codeId)
  useView.getState().show('codebook')
}
