import { create } from 'zustand'
import { useView } from '../../app/view-state.ts'

/** The code that the codebook page shows. */
export const useChosenCode = create<{ codeId: number | null }>()(() => ({ codeId: null }))

/** Opens the codebook page at a code. */
export function openCodebookAt(codeId: number): void {
  useChosenCode.setState({ codeId })
  useView.getState().show('codebook')
}
