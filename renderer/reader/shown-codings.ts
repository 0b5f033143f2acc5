import type { CodingRow } from '../../shared/contract/coding.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import type { Chunk } from './chunks.ts'
import { createCodingWindow } from './coding-window.ts'
import { createProposedCodings } from './proposed-codings.ts'
import type { ProposedCoding } from './reader-interface.ts'

/** The codings a reader shows: those it was told of, those proposed and not yet confirmed; asked for as one comes near. */
export interface ShownCodings {
  /** By start, longer first. */
  within(stretch: Span): CodingRow[]
  byId(id: number): CodingRow | undefined
  /** Asks for what is not known near a stretch; `arrived` is called when it is there. */
  need(near: Span): void
  /** Takes changes in; returns which proposed coding each confirmed row stands for. */
  patch(
    upserted: readonly CodingRow[],
    removed: readonly number[],
  ): readonly { readonly proposed: CodingRow; readonly row: CodingRow }[]
  /** Shows one otherwise than it is stored, until the next change. */
  preview(coding: CodingRow): void
  /** Adds codings that were asked for; the returned function takes away what nothing has confirmed, and says if there was any. */
  propose(wanted: readonly ProposedCoding[]): () => boolean
  /** Forgets all: what is needed next is asked for anew. */
  forget(): void
  dispose(): void
}

export interface ShownCodingsParts {
  readonly documentId: number
  readonly textLength: number
  readonly chunks: readonly Chunk[]
  readonly ask: (stretch: Span) => Promise<readonly CodingRow[]>
  readonly arrived: () => void
  /** What was on its way is older than a change that came meanwhile: everything has been forgotten. */
  readonly outdated: () => void
}

/** Units of text beyond what is near, within which codings must be known, and for which they are then asked together. */
const AHEAD = 4_000
const ASKED = 20_000

export function createShownCodings(parts: ShownCodingsParts): ShownCodings {
  const known = createCodingWindow(parts.chunks)
  const proposed = createProposedCodings()
  let changesHeard = 0
  let disposed = false

  function widened({ start, end }: Span, units: number): Span {
    return { start: utf16(Math.max(0, start - units)), end: utf16(Math.min(parts.textLength, end + units)) }
  }

  function take(stretch: Span, rows: readonly CodingRow[], heard: number): void {
    if (disposed) return
    if (heard === changesHeard) {
      known.put(stretch, rows)
      parts.arrived()
    } else {
      known.clear()
      parts.outdated()
    }
  }

  return {
    within: (stretch) => known.within(stretch),
    byId: (id) => known.byId(id),
    need(near) {
      if (known.missing(widened(near, AHEAD)) === null) return
      const missing = known.missing(widened(near, ASKED))
      if (missing === null) return
      const heard = changesHeard
      // Marked as known at once, so that scrolling does not ask twice.
      known.put(missing, [])
      parts.ask(missing).then(
        (rows) => {
          take(missing, rows, heard)
        },
        () => {
          if (!disposed) known.clear()
        },
      )
    },
    patch(upserted, removed) {
      changesHeard++
      const settled = proposed.settle(upserted)
      known.patch(upserted, [...removed, ...settled.map(({ proposed: before }) => before.id)])
      return settled
    },
    preview(coding) {
      known.patch([coding], [])
    },
    propose(wanted) {
      const rows = proposed.add(parts.documentId, wanted)
      known.patch(rows, [])
      return () => {
        const left = proposed.withdraw(rows)
        known.patch([], left)
        return left.length > 0
      }
    },
    forget() {
      changesHeard++
      known.clear()
    },
    dispose() {
      disposed = true
    },
  }
}
