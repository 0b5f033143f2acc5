import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useInspectorSlot } from './inspector-slot.ts'

/**
 * Puts what an activity has to say about the chosen thing into the right-hand pane. An activity without an
 * <Inspector> has the room to itself: the pane is there only while something fills it.
 */
export function Inspector({ children }: { readonly children: ReactNode }) {
  const element = useInspectorSlot((state) => state.element)
  useEffect(() => {
    useInspectorSlot.setState((state) => ({ filledBy: state.filledBy + 1 }))
    return () => {
      useInspectorSlot.setState((state) => ({ filledBy: state.filledBy - 1 }))
    }
  }, [])
  return element && createPortal(children, element)
}
