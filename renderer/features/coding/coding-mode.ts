import { create } from 'zustand'
import { setCodeKeys } from '../../app/commands.ts'
import { forgetCodes } from './recent-codes.ts'

/**
 * What happens to a selection once it is finished, by mouse or keyboard: nothing (one codes it by key, box or drop); the
 * code box opens (open coding); or it gets the codes that stay active (sweep). View state only.
 */
export type CodingMode =
  | { readonly kind: 'single' }
  | { readonly kind: 'open' }
  | { readonly kind: 'sweep'; readonly codeIds: readonly number[] }

export const useCodingMode = create<{ readonly mode: CodingMode }>()(() => ({ mode: { kind: 'single' } }))

export function setCodingMode(mode: CodingMode): void {
  useCodingMode.setState({ mode })
}

/** Another study is opened: its codes are others. */
export function forgetCoding(): void {
  forgetCodes()
  setCodeKeys([])
  setCodingMode({ kind: 'single' })
}
