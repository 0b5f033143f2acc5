import type { Shell } from '../../shared/contract/bridge.ts'
import type { CodingRow } from '../../shared/contract/coding.ts'
import type { Snap } from '../../shared/contract/study.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import type { ReaderText } from './build-text.ts'
import type { GutterItem, MarkerEnd } from './gutter.ts'
import type { Mark } from './highlights.ts'
import type { Stripe } from './margin.ts'
import type { CaretMove, ReaderKey } from './reader-keys.ts'
import type { ReaderRoom } from './reader-room.ts'
import type { ReadingPlace } from './reading-memory.ts'
import type { ReadingSelection } from './reading-selection.ts'

/** The elements that the view fills and listens to; React makes them and touches nothing inside. */
export interface ReaderElements {
  readonly scroller: HTMLElement
  readonly text: HTMLElement
  readonly margin: HTMLElement
  readonly gutter: HTMLElement
  readonly caret: HTMLElement
}

/** How codings look, from the codebook in the interface language. */
export interface ReaderLook {
  /** Those of all codes. */
  readonly colours: readonly string[]
  colourOf(codeId: number): string
  stripeOf(coding: CodingRow): Pick<Stripe, 'label' | 'name' | 'note' | 'signs' | 'description' | 'isForeign'>
  /** False for what is filtered out: neither painted, nor in the margin, nor found at the caret. */
  isPainted(coding: CodingRow): boolean
  /** Whether one may change it. */
  isOwn(coding: CodingRow): boolean
}

/** A coding that the host has not confirmed yet. */
export interface ProposedCoding extends Span {
  readonly codeId: number
  readonly coderId: number
}

/** A stretch for the left gutter. */
export type ReaderMarker = Omit<GutterItem, 'top' | 'bottom'> & { readonly span: Span }

export interface ReaderListener {
  /** The selection or what lies at the caret has changed. `here`: codings at the caret, shortest first. */
  moved(selection: ReadingSelection | null, here: readonly CodingRow[]): void
  /** A key that is neither a move nor a command's. Returns whether it was used. */
  key(key: Exclude<ReaderKey, CaretMove>): boolean
  /** Something was selected, and pointer or keys were let go. */
  finished(): void
  /** The pointer rests on coded text or on a stripe (`id`); null: it has left. */
  pointed(codings: readonly CodingRow[] | null, at: DOMRect | null): void
  stripeChosen(coding: CodingRow): void
  stripeRemoved(coding: CodingRow): void
  stripeMenu(coding: CodingRow, at: DOMRect): void
  /** A handle of the chosen passage was dragged to this extent. */
  resized(coding: CodingRow, stretch: Span): void
  markerChosen(key: string): void
  /** The pointer rests on a marker, or it has the focus; null: no longer. */
  markerPointed(key: string | null): void
  /** An end of a marker is dragged over the text to here. */
  markerDragged(key: string, end: MarkerEnd, offset: Utf16Offset): void
  /** That drag is over; false: given up. */
  markerDropped(isDone: boolean): void
  scrolled(): void
}

export interface ReaderViewOptions {
  readonly elements: ReaderElements
  readonly documentId: number
  readonly source: ReaderText
  readonly os: Shell['os']
  /** Asks for all codings of the shown layers that overlap a stretch. */
  readonly ask: (stretch: Span) => Promise<readonly CodingRow[]>
  readonly look: ReaderLook
  readonly listener: ReaderListener
}

export interface ReaderView {
  selection(): ReadingSelection | null
  select(selection: ReadingSelection, options?: { readonly scroll?: boolean }): void
  focus(): void
  hasFocus(): boolean
  /** Moves the caret as a key in the text would. */
  move(move: CaretMove): void
  /** To what selections are widened while they are dragged or extended. */
  setSnap(snap: Snap): void
  /** Changes that a `changed` event carries; painted before this returns. */
  patch(upserted: readonly CodingRow[], removed: readonly number[]): void
  /**
   * Shows codings that have been asked for and not yet answered, so that a key is seen at once. When the answer comes as a
   * change, it takes their place; the returned function takes away what is left, once the answer (or a failure) is there.
   */
  propose(codings: readonly ProposedCoding[]): () => void
  /** Forgets the codings and asks again. */
  reload(): void
  setLook(look: ReaderLook): void
  setMarkers(markers: readonly ReaderMarker[]): void
  /** The passage that was chosen in the margin. */
  choose(coding: CodingRow | null): void
  /** Shows a coding, which becomes the chosen one, with another extent than it has; nothing is stored. */
  preview(coding: CodingRow): void
  isPainted(coding: CodingRow): boolean
  /** A coding as the reader knows it; undefined where it is gone or far away. */
  coding(id: number): CodingRow | undefined
  mark(mark: Mark, stretches: Span | readonly Span[] | null): void
  /** Scrolls so that the line of an offset stands so many pixels below the top; absent: in the upper third. */
  scrollTo(offset: Utf16Offset, below?: number): void
  /** Pixels between the top of what is in sight and the line of an offset. */
  belowTop(offset: Utf16Offset): number
  /** All that are known there, painted or not. */
  codingsIn(stretch: Span): CodingRow[]
  /** Where the end of a stretch is on the screen. */
  rectAt(offset: Utf16Offset): DOMRect
  markerRect(key: string): DOMRect | null
  /** What a code dropped at a point of the viewport goes to: the selection under it, else the sentence. */
  dropTarget(x: number, y: number): Span | null
  /** Puts an element in the place of the paragraphs in which the stretch lies; the text makes room for it. */
  openRoom(element: HTMLElement, stretch: Span): ReaderRoom
  /** The first offset in sight. */
  topOffset(): Utf16Offset
  place(): ReadingPlace
  restore(place: ReadingPlace): void
  dispose(): void
}
