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
  const out = new UnitBuffer(text.length)
  const pieces = new Pieces()
  let isChanged = false
  for (let index = 0; index < text.length;) {
    const unit = text.charCodeAt(index)
    const folded = table[unit]!
    if (folded !== SPECIAL) {
      if (folded !== unit) isChanged = true
      out.push(folded)
      index++
      continue
    }
    let start = index
    if (isContinuing(text.codePointAt(index) ?? unit) && index > 0) {
      // A mark belongs to what stands before it, which has been folded already: that is taken back.
      const before = pieces.takeBack(index)
      start = before?.from ?? previousPoint(text, index)
      out.length = before?.foldedFrom ?? out.length - (index - start)
    }
    index = endOfPiece(text, index)
    const piece = foldPiece(text.slice(start, index), keepCase)
    pieces.add(start, index, out.length, out.length + piece.length)
    for (let at = 0; at < piece.length; at++) out.push(piece.charCodeAt(at))
    isChanged = true
  }
  return { text: isChanged ? out.toString() : text, toOriginal: (start, end) => pieces.toOriginal(start, end) }
}

/** Folds a word or pattern that is looked for. */
export function foldQuery(text: string, keepCase: boolean): string {
  return foldText(text, keepCase).text
}

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

/** UTF-16 code units, made into a string at the end. */
class UnitBuffer {
  length = 0
  #units: Uint16Array

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity + 16)
  }

  push(unit: number): void {
    if (this.length === this.#units.length) {
      const larger = new Uint16Array(this.#units.length * 2)
      larger.set(this.#units)
      this.#units = larger
    }
    this.#units[this.length++] = unit
  }

  toString(): string {
    let text = ''
    // Functions take only so many arguments.
    for (let from = 0; from < this.length; from += 8192)
      text += String.fromCharCode(...this.#units.subarray(from, Math.min(this.length, from + 8192)))
    return text
  }
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

  /** Removes the last piece if it ends at `index`. */
  takeBack(index: number): { from: number; foldedFrom: number } | null {
    if (this.#to.at(-1) !== index) return null
    this.#to.pop()
    this.#foldedTo.pop()
    return { from: this.#from.pop() ?? 0, foldedFrom: this.#foldedFrom.pop() ?? 0 }
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
