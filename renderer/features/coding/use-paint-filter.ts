import { useEffect } from 'react'
import { create } from 'zustand'
import type { PaintFilter } from './paint-filter.ts'
import { PAINT_ALL, paintFilterSchema } from './paint-filter.ts'

interface PaintFilterState {
  readonly filter: PaintFilter
  /** The study it is remembered for; null before one is open. */
  readonly studyGuid: string | null
  change(change: Partial<PaintFilter>): void
  showAll(): void
}

/** What is painted, in every transcript of the study. */
export const usePaintFilter = create<PaintFilterState>()((set, get) => ({
  filter: PAINT_ALL,
  studyGuid: null,
  change(change) {
    const filter = { ...get().filter, ...change }
    const { studyGuid } = get()
    if (studyGuid !== null) localStorage.setItem(keyOf(studyGuid), JSON.stringify(filter))
    set({ filter })
  },
  showAll() {
    get().change(PAINT_ALL)
  },
}))

/** Takes up the filter that was set last time in this study. */
export function useRememberedPaintFilter(studyGuid: string): void {
  useEffect(() => {
    usePaintFilter.setState({ studyGuid, filter: remembered(studyGuid) })
  }, [studyGuid])
}

function keyOf(studyGuid: string): string {
  return `tianye-painted-${studyGuid}`
}

function remembered(studyGuid: string): PaintFilter {
  const stored = localStorage.getItem(keyOf(studyGuid))
  if (stored === null) return PAINT_ALL
  try {
    const parsed = paintFilterSchema.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : PAINT_ALL
  } catch {
    // Something else wrote there.
    return PAINT_ALL
  }
}
