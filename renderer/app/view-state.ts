import { create } from 'zustand'
import type { Layer } from '../../shared/contract/values.ts'

/** What the window shows. Nothing here is part of the study: what the host knows is asked with `useHostQuery`. */

export type Activity =
  'code' | 'segments' | 'search' | 'matrix' | 'profiles' | 'agreement' | 'codebook' | 'memos' | 'history'

/** A stretch of a transcript to be shown: UTF-16 code units, half-open. */
export interface Place {
  readonly documentId: number
  readonly start: number
  readonly end: number
  readonly codingId?: number
  /** The stretch is selected there, so that what one does next is done to it. */
  readonly selects?: boolean
}

/** A request to show a place. Each has a new serial, so that asking twice for the same place scrolls there twice. */
export interface Reveal extends Place {
  readonly serial: number
}

/** A wish to find words in the study; empty: only the field. Each has a new serial. */
export interface Sought {
  readonly text: string
  readonly serial: number
}

export interface ViewState {
  readonly activity: Activity
  /** The transcript in the reader; null before one is chosen. */
  readonly documentId: number | null
  /** What every activity reads (DESIGN 5): one person's rows, or `study`. */
  readonly layer: Layer
  /** The reader shows all coders' passages; analyses go on reading the layer. */
  readonly everyone: boolean
  /** Which language versions analyses read: the originals, or a language tag. */
  readonly version: string
  /** Where the reader is asked to go. It scrolls there, flashes the stretch and takes the focus. */
  readonly reveal: Reveal | null
  readonly sought: Sought | null
  show(activity: Activity): void
  openDocument(documentId: number | null): void
  /** From here on one layer is read in the reader, too. */
  setLayer(layer: Layer): void
  showEveryone(everyone: boolean): void
  setVersion(version: string): void
  /** Opens the search, for these words if there are any. */
  find(text: string): void
  /** Opens the reader at a place. */
  goTo(place: Place): void
  /** Forgets everything: another study was opened, whose ids mean other things. */
  reset(): void
}

const INITIAL = {
  activity: 'code',
  documentId: null,
  layer: 'study',
  everyone: false,
  version: 'originals',
  reveal: null,
  sought: null,
} as const

let serial = 0

export const useView = create<ViewState>()((set) => ({
  ...INITIAL,
  show(activity) {
    set({ activity })
  },
  openDocument(documentId) {
    set({ documentId, activity: 'code', reveal: null })
  },
  setLayer(layer) {
    set({ layer, everyone: false })
  },
  showEveryone(everyone) {
    set({ everyone })
  },
  setVersion(version) {
    set({ version })
  },
  find(text) {
    set({ activity: 'search', sought: { text, serial: ++serial } })
  },
  goTo(place) {
    set({ activity: 'code', documentId: place.documentId, reveal: { ...place, serial: ++serial } })
  },
  reset() {
    set(INITIAL)
  },
}))
