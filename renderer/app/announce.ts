import { create } from 'zustand'
import { showToast } from '../ui/toast-queue.ts'

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

/** Milliseconds within which the same sentence is shown once: keys are held down. */
const SAME = 4000

let explained = { text: '', at: -Infinity }

/** Says to everyone what cannot be seen: above all why nothing happened, for a silent key is taken for a fault. */
export function explain(text: string): void {
  announce(text)
  const now = performance.now()
  if (explained.text === text && now - explained.at < SAME) return
  explained = { text, at: now }
  showToast({ tone: 'info', text })
}
