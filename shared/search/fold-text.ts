import { foldPiece, foldTable, isContinuing, SPECIAL } from './fold-table.ts'

/**
 * A text as search compares it: canonically composed (NFC), full-width Latin letters and digits as half-width ones,
 * every blank a space and, unless case matters, without case (ß = ss, final sigma = sigma). Folding changes lengths, so
 * the text remembers where each folded stretch came from.
 */
export interface FoldedText {
  readonly text: string
  /** The stretch of the original, UTF-16 and half-open, that holds everything folded into [start, end). */
  toOriginal(start: number, end: number): { start: number; end: number }
}

/** Folds a text of any length in one pass, O(n). */
export function foldText(text: string, keepCase: boolean): FoldedText {
  const table = foldTable(keepCase)
  // Nearly all of the work is done here, natively; what is left are the places where folding means more than that.
  const lower = keepCase ? text : text.toLowerCase()
  const base = lower.length === text.length ? lower : text
  const parts: string[] = []
  const pieces = new Pieces()
  let length = 0
  let from = 0
  for (let index = 0; index < text.length; index++) {
    const folded = table[text.charCodeAt(index)]!
    if (folded === base.charCodeAt(index) && folded !== SPECIAL) continue
    // A mark belongs to what stands before it in its line, a character to the marks behind it.
    const hasBase = index > from && text.charCodeAt(index - 1) !== LINE_FEED
    const start = hasBase && isContinuing(text.codePointAt(index) ?? 0) ? previousPoint(text, index) : index
    const end = endOfPiece(text, index)
    const isUnit = folded !== SPECIAL && end - start === 1
    const piece = isUnit ? String.fromCharCode(folded) : foldPiece(text.slice(start, end), keepCase)
    const before = base.slice(from, start)
    parts.push(before, piece)
    length += before.length
    if (!isUnit) pieces.add(start, end, length, length + piece.length)
    length += piece.length
    from = end
    index = end - 1
  }
  const whole = from === 0 ? base : parts.join('') + base.slice(from)
  return { text: whole, toOriginal: (start, end) => pieces.toOriginal(start, end) }
}

/** Folds a word or pattern that is looked for. */
export function foldQuery(text: string, keepCase: boolean): string {
  return foldText(text, keepCase).text
}

const LINE_FEED = 0x0a

function previousPoint(text: string, index: number): number {
  const isPair = index > 1 && isLow(text.charCodeAt(index - 1)) && isHigh(text.charCodeAt(index - 2))
  return index - (isPair ? 2 : 1)
}

function endOfPiece(text: string, index: number): number {
  let end = index
  do end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  while (end < text.length && isContinuing(text.codePointAt(end) ?? 0))
  return end
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Where the stretches lie that were folded as a whole; between them a unit became a unit. */
class Pieces {
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #foldedFrom: number[] = []
  readonly #foldedTo: number[] = []

  add(from: number, to: number, foldedFrom: number, foldedTo: number): void {
    this.#from.push(from)
    this.#to.push(to)
    this.#foldedFrom.push(foldedFrom)
    this.#foldedTo.push(foldedTo)
  }

  toOriginal(start: number, end: number): { start: number; end: number } {
    const first = this.#lastStartingAtOrBefore(start)
    const from =
      first < 0
        ? start
        : start < this.#foldedTo[first]!
          ? this.#from[first]!
          : this.#to[first]! + start - this.#foldedTo[first]!
    if (end <= start) return { start: from, end: from }
    const last = this.#lastStartingAtOrBefore(end - 1)
    const to =
      last < 0 ? end : end <= this.#foldedTo[last]! ? this.#to[last]! : this.#to[last]! + end - this.#foldedTo[last]!
    return { start: from, end: to }
  }

  #lastStartingAtOrBefore(folded: number): number {
    let low = 0
    let high = this.#foldedFrom.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#foldedFrom[middle]! <= folded) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
