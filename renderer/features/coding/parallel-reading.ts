import type { TurnRow } from '../../../shared/contract/document.ts'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import { firstIndex, utf16 } from '../../../shared/text/offsets.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'

/** Two language versions of an interview scroll together by their turns. */

export interface Version {
  readonly opened: { readonly turns: readonly TurnRow[]; readonly text: string }
  readonly view: Pick<ReaderView, 'topOffset' | 'belowTop' | 'scrollTo'>
}

/** Where both versions say the same: the beginnings of a turn, in one and in the other. */
export interface Anchor {
  readonly own: number
  readonly other: number
}

const known = new WeakMap<readonly TurnRow[], WeakMap<readonly TurnRow[], readonly Anchor[]>>()

/**
 * The turns that both versions have, by their references, in the order of both; and the beginnings of the texts. A turn
 * that one version lacks, or has elsewhere, is left out: between two anchors the texts are taken to run evenly.
 */
export function anchorsOf(own: readonly TurnRow[], other: readonly TurnRow[]): readonly Anchor[] {
  let byOther = known.get(own)
  if (byOther === undefined) known.set(own, (byOther = new WeakMap()))
  let anchors = byOther.get(other)
  if (anchors === undefined) byOther.set(other, (anchors = findAnchors(own, other)))
  return anchors
}

function findAnchors(own: readonly TurnRow[], other: readonly TurnRow[]): readonly Anchor[] {
  const starts = new Map(other.map(({ ref, start }) => [ref, start]))
  const anchors: Anchor[] = [{ own: 0, other: 0 }]
  for (const { ref, start } of own) {
    const twin = starts.get(ref)
    const last = anchors[anchors.length - 1]!
    if (twin === undefined || twin < last.other) continue
    if (start === last.own) anchors.pop()
    if (start > last.own || anchors.length === 0) anchors.push({ own: start, other: twin })
  }
  return anchors
}

/** Pixels by which the two may differ before the other is moved: it must not tremble. */
const TOLERANCE = 2

/**
 * Brings the other version to what stands at the top of this one: as far through the same turn. Measures at most two
 * places in each, however long the texts are.
 */
export function alignTwin(from: Version, to: Version): void {
  const anchors = anchorsOf(from.opened.turns, to.opened.turns)
  const top = from.view.topOffset()
  let at = firstIndex(anchors.length, (index) => anchors[index]!.own > top) - 1
  // What begins within the paragraph at the top may have been passed already.
  while (at + 1 < anchors.length && from.view.belowTop(utf16(anchors[at + 1]!.own)) <= 0) at++
  const here = anchors[Math.max(0, at)]!
  const next = anchors[Math.max(0, at) + 1] ?? { own: from.opened.text.length, other: to.opened.text.length }
  const start = from.view.belowTop(utf16(here.own))
  const height = from.view.belowTop(utf16(next.own)) - start
  // Above its first line the text is scrolled by as many pixels; within a turn by the same part of it.
  const part = start > 0 || height <= 0 ? 0 : Math.min(1, -start / height)
  const twin = utf16(here.other)
  const below = start > 0 ? start : -part * (to.view.belowTop(utf16(next.other)) - to.view.belowTop(twin))
  if (Math.abs(to.view.belowTop(twin) - below) > TOLERANCE) to.view.scrollTo(twin, below)
}

/** The turn that an offset is in, or behind; null before the first. */
export function turnAt(turns: readonly TurnRow[], offset: number): TurnRow | null {
  return turns[firstIndex(turns.length, (index) => turns[index]!.start > offset) - 1] ?? null
}

/**
 * Where in the other version the reader should go for an offset in this one: to the same turn, else to the nearest
 * before it that both have.
 */
export function twinOffset(own: readonly TurnRow[], other: readonly TurnRow[], offset: number): Utf16Offset {
  const anchors = anchorsOf(own, other)
  const at = firstIndex(anchors.length, (index) => anchors[index]!.own > offset) - 1
  return utf16(anchors[Math.max(0, at)]?.other ?? 0)
}

/** The turn with this reference; null where the version has none. */
export function turnCalled(turns: readonly TurnRow[], ref: string): TurnRow | null {
  return turns.find((turn) => turn.ref === ref) ?? null
}
