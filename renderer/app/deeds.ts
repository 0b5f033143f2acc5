import { create } from 'zustand'

/** What the user has done in this window that changes nothing in the study, for the guide to see. */
export type Deed = 'card' | 'evidence'

const useDone = create<{ last: Deed | null; serial: number }>()(() => ({ last: null, serial: 0 }))

export function noteDeed(deed: Deed): void {
  useDone.setState(({ serial }) => ({ last: deed, serial: serial + 1 }))
}

/** Hears of every deed. Returns the function that stops it. */
export function onDeed(listener: (deed: Deed) => void): () => void {
  return useDone.subscribe(({ last }) => {
    if (last !== null) listener(last)
  })
}
