import { create } from 'zustand'

interface Announcement {
  readonly text: string
  /** Counts up, so that the same sentence twice is heard twice. */
  readonly serial: number
}

export const useAnnouncement = create<Announcement>()(() => ({ text: '', serial: 0 }))

/** Says something to screen readers, politely: what a sighted person sees happen without moving the focus. */
export function announce(text: string): void {
  useAnnouncement.setState((before) => ({ text, serial: before.serial + 1 }))
}
