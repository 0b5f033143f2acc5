import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** Side panes are shown where there is room, unless the user said otherwise. */
export interface PaneVisibility {
  /** null: as the width of the window suggests. */
  readonly documents: boolean | null
  readonly inspector: boolean | null
}

export const usePaneChoice = create<PaneVisibility>()(
  persist((): PaneVisibility => ({ documents: null, inspector: null }), { name: 'tianye-panes-shown' }),
)

/** Under this width (CSS px; a window at 200 % zoom) only the centre is shown unless asked for. */
const NARROW = '(max-width: 820px)'

export function usePaneVisibility(): Record<keyof PaneVisibility, boolean> {
  const choice = usePaneChoice()
  const hasRoom = !useMediaQuery(NARROW)
  return { documents: choice.documents ?? hasRoom, inspector: choice.inspector ?? hasRoom }
}

export function setPaneShown(pane: keyof PaneVisibility, shown: boolean): void {
  usePaneChoice.setState({ [pane]: shown })
}

/** Whether a media query holds now. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query)
      list.addEventListener('change', onChange)
      return () => {
        list.removeEventListener('change', onChange)
      }
    },
    () => matchMedia(query).matches,
  )
}
