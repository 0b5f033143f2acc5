import { useEffect } from 'react'
import type { Out } from '../../shared/contract/contract.ts'
import { useStableCallback } from '../ui/use-stable-callback.ts'

/** Something was undone or redone. */
export interface UndoStep {
  readonly direction: 'undo' | 'redo'
  readonly place: Out<'history.undo'>
}

type Hearer = (step: UndoStep) => void

const hearers = new Set<Hearer>()

/**
 * While the component is on the screen, undo and redo do not go to the transcript: the component itself shows what
 * they did. It hears of each step.
 */
export function useUndoStaysHere(onStep: Hearer = ignore): void {
  const hear = useStableCallback(onStep)
  useEffect(() => {
    hearers.add(hear)
    return () => {
      hearers.delete(hear)
    }
  }, [hear])
}

/** Tells of a step those who show it themselves; says whether there is anyone. */
export function undoneHere(step: UndoStep): boolean {
  for (const hear of hearers) hear(step)
  return hearers.size > 0
}

function ignore(): void {
  // What changed is on the screen anyway.
}
