import { create } from 'zustand'

/** `someoneNew`: a person is added, and codes from then on; `add`: added alone; `edit`: called or shown otherwise. */
export type CoderDialogKind =
  { readonly kind: 'someoneNew' } | { readonly kind: 'add' } | { readonly kind: 'edit'; readonly id: number }

export const useCoderDialog = create<{ readonly open: CoderDialogKind | null }>()(() => ({ open: null }))

export function openCoderDialog(dialog: CoderDialogKind): void {
  useCoderDialog.setState({ open: dialog })
}

export function closeCoderDialog(): void {
  useCoderDialog.setState({ open: null })
}
