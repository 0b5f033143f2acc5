import type { TurnRow } from '../../../shared/contract/document.ts'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'

/** Two language versions of an interview scroll together by their turns. */

interface Version {
  readonly opened: { readonly turns: readonly TurnRow[] }
  readonly view: Pick<ReaderView, 'topOffset' | 'belowTop' | 'scrollTo'>
}

/** Pixels by which the two may differ before the other is moved: it must not tremble. */
const TOLERANCE = 2

/** Brings the turn at the top of one version to the same height in the other. */
export function alignTwin(from: Version, to: Version): void {
  const top = from.view.topOffset()
  const turn = from.opened.turns.find(({ end }) => end > top)
  if (turn === undefined) return
  const twin = twinOffset(to.opened, turn.ref)
  if (twin === null) return
  const below = from.view.belowTop(turn.start)
  if (Math.abs(to.view.belowTop(twin) - below) > TOLERANCE) to.view.scrollTo(twin, below)
}

/** Where the turn with this reference begins in a version; null where it has none. */
export function twinOffset(opened: Version['opened'], ref: string): Utf16Offset | null {
  return opened.turns.find((turn) => turn.ref === ref)?.start ?? null
}
