import { diffText } from '../../../shared/text/splice-diff.ts'

export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** Beyond this share of the longer text, marks only make it hard to read. */
const MOSTLY = 0.6
/** Code units; shorter texts are taken in at a glance. */
const WORTH_COMPARING = 40
/** Code units of both together; finding the differences of more would take longer than reading them. */
const LONGEST = 4000

/** `own` in pieces: what `other` has too, and what it has not. In one piece where hardly anything is the same. */
export function markedPieces(own: string, other: string): readonly Piece[] {
  const whole = [{ text: own, isMarked: false }]
  if (own.length + other.length > LONGEST) return whole
  const splices = diffText(own, other)
  const removed = splices.reduce((sum, splice) => sum + splice.removed.length, 0)
  const inserted = splices.reduce((sum, splice) => sum + splice.inserted.length, 0)
  const longer = Math.max(own.length, other.length)
  if (longer > WORTH_COMPARING && Math.max(removed, inserted) > longer * MOSTLY) return whole
  const pieces: Piece[] = []
  let from = 0
  for (const splice of splices) {
    pieces.push({ text: own.slice(from, splice.at), isMarked: false }, { text: splice.removed, isMarked: true })
    from = splice.at + splice.removed.length
  }
  pieces.push({ text: own.slice(from), isMarked: false })
  return pieces.filter(({ text }) => text !== '')
}
