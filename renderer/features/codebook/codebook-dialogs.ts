import { create } from 'zustand'

/** The codebook's dialogs, of which one is open at a time. */
export type CodebookDialog =
  | { readonly kind: 'create'; readonly parentId: number | null; readonly name: string }
  | { readonly kind: 'edit'; readonly codeId: number; readonly field: 'name' | 'colour' | 'shortcut' }
  | { readonly kind: 'colour' | 'move' | 'merge' | 'delete'; readonly ids: readonly number[] }
  | { readonly kind: 'split'; readonly codeId: number }

export const useCodebookDialog = create<{ dialog: CodebookDialog | null }>()(() => ({ dialog: null }))

export function openCodebookDialog(dialog: CodebookDialog): void {
  useCodebookDialog.setState({ dialog })
}

export function closeCodebookDialog(): void {
  useCodebookDialog.setState({ dialog: null })
}

export function editCode(codeId: number): void {
  openCodebookDialog({ kind: 'edit', codeId, field: 'name' })
}
