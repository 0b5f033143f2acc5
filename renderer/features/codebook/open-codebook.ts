import { create } from 'zustand'
import { useView } from '../../app/view-state.ts'

/** What the codebook shows beside its tree. */
export type CodebookView =
  | { readonly kind: 'page' }
  /** The codings from before a redefinition, one by one. */
  | { readonly kind: 'review'; readonly codeId: number }
  | { readonly kind: 'print' }

export interface ChosenCodes {
  /** The code that was chosen last, whose page is shown. */
  readonly codeId: number | null
  /** All chosen ones, that one among them. */
  readonly ids: ReadonlySet<number>
  readonly view: CodebookView
}

const NOTHING: ChosenCodes = { codeId: null, ids: new Set(), view: { kind: 'page' } }

/** What is chosen in the codebook, beside the text and in its own activity. */
export const useChosenCodes = create<ChosenCodes>()(() => NOTHING)

export function chooseCode(codeId: number): void {
  chooseCodes(new Set([codeId]), codeId)
}

/** @param latest the one that was added; absent: the chosen one if it is still among them, else any of them */
export function chooseCodes(ids: ReadonlySet<number>, latest?: number): void {
  useChosenCodes.setState((before) => ({
    ids,
    codeId: latest ?? (before.codeId !== null && ids.has(before.codeId) ? before.codeId : ([...ids].at(-1) ?? null)),
    // Another code is another page; a review stays until it is left.
    view: before.view.kind === 'print' ? before.view : NOTHING.view,
  }))
}

/** Opens the codebook page at a code. */
export function openCodebookAt(codeId: number): void {
  useChosenCodes.setState({ codeId, ids: new Set([codeId]), view: NOTHING.view })
  useView.getState().show('codebook')
}

/** Opens the codings of a code that are to be looked at again. */
export function openReview(codeId: number): void {
  useChosenCodes.setState({ codeId, ids: new Set([codeId]), view: { kind: 'review', codeId } })
  useView.getState().show('codebook')
}

export function showCodebook(view: CodebookView): void {
  useChosenCodes.setState({ view })
  useView.getState().show('codebook')
}
