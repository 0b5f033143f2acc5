import { create } from 'zustand'
import type { Bridge } from '../../shared/contract/bridge.ts'
import type { SavedEvent } from '../../shared/contract/envelope.ts'

/** Whether what was done is in the file on disk, and whether the host is there at all. */
export interface SavedState {
  readonly state: SavedEvent['state'] | 'lost'
}

export const useSavedState = create<SavedState>()(() => ({ state: 'saved' }))

/** Keeps the state in step with the host. Returns the function that stops it. */
export function followSavedState(bridge: Bridge): () => void {
  const stops = [
    bridge.on('saved', (event) => {
      useSavedState.setState({ state: event.state })
    }),
    bridge.on('host', (event) => {
      useSavedState.setState({ state: event.state === 'lost' ? 'lost' : 'saved' })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
