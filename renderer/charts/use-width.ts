import { useCallback, useSyncExternalStore } from 'react'

/** The inner width of an element in CSS px, without its padding; 0 before it is there. */
export function useWidth(element: HTMLElement | null): number {
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!element) return () => undefined
      const observer = new ResizeObserver(onChange)
      observer.observe(element)
      return () => {
        observer.disconnect()
      }
    },
    [element],
  )
  return useSyncExternalStore(subscribe, () => element?.clientWidth ?? 0)
}
