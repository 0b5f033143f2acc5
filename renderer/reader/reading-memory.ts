import { paragraphAt, paragraphStarts } from '../../shared/text/paragraphs.ts'
import { spliceBetween } from '../../shared/text/splice-between.ts'
import { spliceMap } from '../../shared/text/splice-map.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import type { ReadingSelection } from './reading-selection.ts'
import type { OpenDocument } from './reading-state.ts'

/** Where one was in each transcript, while the study is open in this window. */
export interface ReadingPlace {
  readonly selection: ReadingSelection | null
  /** First paragraph in sight, and how many pixels of it are scrolled away. */
  readonly paragraph: number
  readonly pixels: number
  /** Whether one was typing there. */
  readonly hasFocus: boolean
}

interface Remembered {
  readonly document: Pick<OpenDocument, 'id' | 'revisionId' | 'text'>
  readonly place: ReadingPlace
}

/** The last left is the last in the map. */
const places = new Map<number, Remembered>()
/** Transcripts whose place is known; the longest unleft are forgotten. */
const REMEMBERED = 50

export function rememberPlace(document: OpenDocument, place: ReadingPlace): void {
  places.delete(document.id)
  places.set(document.id, { document, place })
  const [oldest] = places.keys()
  if (oldest !== undefined && places.size > REMEMBERED) places.delete(oldest)
}

/**
 * Where one was in the transcript. In a text that was corrected since, it is the place of the same words; `hasFocus` is
 * then as it was, for what one reads has only been exchanged.
 */
export function rememberedPlace({ id, revisionId, text }: OpenDocument): ReadingPlace | null {
  const known = places.get(id)
  if (known === undefined) return null
  const { document, place } = known
  if (document.text === text) return { ...place, hasFocus: place.hasFocus && document.revisionId !== revisionId }
  const splices = spliceBetween(document.text, text)
  // Ids are a study's own: in another one they are of another text.
  if ((splices[0]?.removed.length ?? 0) > document.text.length / 2) return null
  const map = spliceMap(splices)
  const first = paragraphStarts(document.text)[place.paragraph] ?? 0
  return {
    ...place,
    selection:
      place.selection === null
        ? null
        : {
            anchor: map.offset(place.selection.anchor, 'before'),
            focus: map.offset(place.selection.focus, 'before'),
          },
    paragraph: paragraphAt(paragraphStarts(text), utf16(map.offset(first, 'before'))),
  }
}
