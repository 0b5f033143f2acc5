import type { ReadingSelection } from './reading-selection.ts'

/** Where one was in each transcript, while the study is open in this window. */
export interface ReadingPlace {
  readonly selection: ReadingSelection | null
  /** First paragraph in sight, and how many pixels of it are scrolled away. */
  readonly paragraph: number
  readonly pixels: number
}

const places = new Map<string, ReadingPlace>()

/** A place belongs to a revision: in a corrected text the old offsets mean other words. */
export function rememberPlace(documentId: number, revisionId: number, place: ReadingPlace): void {
  places.set(`${documentId} ${revisionId}`, place)
}

export function rememberedPlace(documentId: number, revisionId: number): ReadingPlace | null {
  return places.get(`${documentId} ${revisionId}`) ?? null
}
