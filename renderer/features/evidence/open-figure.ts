import { create } from 'zustand'

/** Whose quotations are shown: one number of the window at a time. */
export const useOpenFigure = create<{ readonly id: string | null }>()(() => ({ id: null }))

export function openFigure(id: string): void {
  useOpenFigure.setState({ id })
}

/** Closes the quotations if they are those of `id`. */
export function closeFigure(id: string): void {
  useOpenFigure.setState((state) => (state.id === id ? { id: null } : state))
}
