import { useEffect } from 'react'
import { create } from 'zustand'

const useStays = create<{ readonly count: number }>()(() => ({ count: 0 }))

/**
 * While the component is on the screen, undo and redo do not go to the transcript: the component itself shows what
 * they did.
 */
export function useUndoStaysHere(): void {
  useEffect(() => {
    useStays.setState(({ count }) => ({ count: count + 1 }))
    return () => {
      useStays.setState(({ count }) => ({ count: count - 1 }))
    }
  }, [])
}

/** Whether undo shows where it did something. */
export function undoGoesThere(): boolean {
  return useStays.getState().count === 0
}
