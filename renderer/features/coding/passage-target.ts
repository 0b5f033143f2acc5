import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import type { ReadingState } from '../../reader/reading-state.ts'
import { selectedPassage } from '../../reader/reading-state.ts'

/** Where the keys for codings work: in the text, on the stripes, in the panels that show codings. */
export const AT_A_PASSAGE = '.reader-text, .reader-margin, [data-passages]'

/** Which of one's own codings a key is about. */
export interface PassageTarget {
  /** All that lie there, shortest first. */
  readonly candidates: readonly CodingRow[]
  /** Those that are meant unless one says otherwise. */
  readonly meant: readonly CodingRow[]
  /** Another coder's, where nothing of one's own is there. */
  readonly foreign: CodingRow | null
}

/**
 * The coding whose stripe or line has the focus, else the one chosen, else what lies on exactly the selected words, else
 * everything inside the selection; without a selection the shortest passage at the caret.
 */
export function passageTarget(state: ReadingState, currentId: number | null): PassageTarget {
  const { view, chosen, here } = state
  const pointed = (view === null ? null : codingInFocus(view)) ?? chosen
  if (pointed !== null) return targetOf([pointed], [pointed], currentId)
  const passage = selectedPassage(state)
  if (passage === null || view === null) return targetOf(here, here.filter(isOf(currentId)).slice(0, 1), currentId)
  const there = view
    .codingsIn(passage)
    .filter((coding) => view.isPainted(coding))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || a.id - b.id)
  const inside = there.filter(({ start, end }) => start >= passage.start && end <= passage.end)
  const exact = inside.filter(({ start, end }) => start === passage.start && end === passage.end)
  if (exact.some(isOf(currentId))) return targetOf(inside, exact, currentId)
  return inside.some(isOf(currentId))
    ? targetOf(inside, inside, currentId)
    : targetOf(there, there.filter(isOf(currentId)).slice(0, 1), currentId)
}

function targetOf(
  candidates: readonly CodingRow[],
  meant: readonly CodingRow[],
  currentId: number | null,
): PassageTarget {
  const own = candidates.filter(isOf(currentId))
  return {
    candidates: own,
    meant: meant.filter(isOf(currentId)),
    foreign: own.length === 0 ? (candidates[0] ?? null) : null,
  }
}

function isOf(coderId: number | null): (coding: CodingRow) => boolean {
  return (coding) => coding.coderId === coderId
}

/** The coding whose stripe in the margin or line in a card has the focus. */
function codingInFocus(view: ReaderView): CodingRow | null {
  const element = document.activeElement?.closest<HTMLElement>('[data-coding]')
  return element == null ? null : (view.coding(Number(element.dataset['coding'])) ?? null)
}
