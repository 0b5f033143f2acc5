import type { SpeakerKind, TurnRow } from '../../shared/contract/document.ts'
import { firstIndex } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import { clip, span } from '../../shared/text/span.ts'

/** How a paragraph is set: its turn's reference, speaker label and time stamp apart from what is said. */

export type PieceKind = 'ref' | 'time' | 'label' | 'speech'

export interface Piece extends Span {
  readonly kind: PieceKind
}

export interface ParagraphSetting {
  /** In order, adjacent, and together the whole paragraph; none for an empty one. */
  readonly pieces: readonly Piece[]
  readonly speaker: SpeakerKind | null
  /** Whether it belongs to a turn at all. */
  readonly isInTurn: boolean
  /** The turn that begins in this paragraph. */
  readonly opens: TurnRow | null
  /** Whether the text itself shows the turn's reference. */
  readonly refInText: boolean
}

/** `[T01]`, `[00:12:07]`, `(12:07)`, or a bare time, with the space behind it. */
const LEAD = /[[(【（][^\])】）\n]{1,20}[\])】）]\s*|\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s*/gu
const TIME = /\d{1,2}:\d{2}/

/** Describes the paragraph `paragraph` of `text`; `turns` are all turns of the document in order of their start. */
export function settingOf(
  text: string,
  paragraph: Span,
  turns: readonly TurnRow[],
  kindOf: (speakerId: number | null) => SpeakerKind | null,
): ParagraphSetting {
  const behind = firstIndex(
    turns.length,
    (index) => turns[index]!.start >= Math.max(paragraph.end, paragraph.start + 1),
  )
  const last = turns[behind - 1]
  const turn = last !== undefined && last.end > paragraph.start ? last : null
  const opens = turn !== null && turn.start >= paragraph.start ? turn : null
  const speaker = turn === null ? null : kindOf(turn.speakerId)
  const label = turn === null ? null : clip(span(turn.start, turn.speechStart), paragraph)
  if (label === null) {
    return { pieces: wholeSpeech(paragraph), speaker, isInTurn: turn !== null, opens, refInText: false }
  }
  const lead = labelPieces(text, label, turn?.ref ?? '')
  return {
    pieces: [
      ...wholeSpeech(span(paragraph.start, label.start)),
      ...lead,
      ...wholeSpeech(span(label.end, paragraph.end)),
    ],
    speaker,
    isInTurn: true,
    opens,
    refInText: lead.some((piece) => piece.kind === 'ref'),
  }
}

function wholeSpeech({ start, end }: Span): Piece[] {
  return start < end ? [{ kind: 'speech', start, end }] : []
}

function labelPieces(text: string, label: Span, ref: string): Piece[] {
  const pieces: Piece[] = []
  const words = text.slice(label.start, label.end)
  let at = 0
  const add = (kind: PieceKind, to: number): void => {
    if (to > at) pieces.push({ kind, ...span(label.start + at, label.start + to) })
    at = Math.max(at, to)
  }
  for (const found of words.matchAll(LEAD)) {
    const isRef = ref !== '' && found[0].includes(ref) && !pieces.some((piece) => piece.kind === 'ref')
    if (!isRef && !TIME.test(found[0])) continue
    add('label', found.index)
    add(isRef ? 'ref' : 'time', found.index + found[0].length)
  }
  add('label', words.length)
  return pieces
}
