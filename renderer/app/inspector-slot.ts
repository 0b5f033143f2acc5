import { create } from 'zustand'

/** The right-hand pane's element and what fills it; see Inspector.tsx. */
export const useInspectorSlot = create<{ element: HTMLElement | null; filledBy: number }>()(() => ({
  element: null,
  filledBy: 0,
}))
