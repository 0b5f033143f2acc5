import { z } from 'zod'

/**
 * The two ways of counting in a text, kept apart by the type checker (DESIGN 5). Everything inside Tianye counts UTF-16
 * code units; files that leave it count Unicode code points. 😀 and 𠮷 are two of the first and one of the second.
 */

/** A position between two UTF-16 code units of a text; 0 is before the first. */
export type Utf16Offset = number & z.$brand<'Utf16Offset'>
/** A position between two Unicode code points of a text; a lone surrogate counts as one. */
export type CodePointOffset = number & z.$brand<'CodePointOffset'>

export const utf16OffsetSchema = z.int().min(0).brand<'Utf16Offset'>()
export const codePointOffsetSchema = z.int().min(0).brand<'CodePointOffset'>()

/** Marks a number as UTF-16 offset. Checks nothing: for numbers that come from string functions or the database. */
export function utf16(offset: number): Utf16Offset {
  return offset as Utf16Offset
}

/** Marks a number as code point offset. Checks nothing. */
export function codePoints(offset: number): CodePointOffset {
  return offset as CodePointOffset
}

export type OffsetErrorCode = 'offset_outside_text' | 'offset_inside_character'

/** An offset that is no position in its text: negative, fractional, beyond the end, or between two surrogates. */
export class OffsetError extends RangeError {
  readonly code: OffsetErrorCode
  readonly offset: number

  constructor(code: OffsetErrorCode, offset: number, length: number) {
    super(`${code}: ${offset} in a text of length ${length}`)
    this.name = 'OffsetError'
    this.code = code
    this.offset = offset
  }
}

export interface CodePointIndex {
  readonly utf16Length: Utf16Offset
  readonly codePointLength: CodePointOffset
  /** Throws OffsetError for an offset inside a surrogate pair or outside the text. */
  toCodePoint(offset: Utf16Offset): CodePointOffset
  /** Throws OffsetError for an offset outside the text. */
  toUtf16(offset: CodePointOffset): Utf16Offset
}

/**
 * Converts offsets of one text. Reads the text once; after that a conversion takes O(log p) for p surrogate pairs, and
 * no time at all where there are none.
 */
export function codePointIndex(text: string): CodePointIndex {
  const pairs = surrogatePairStarts(text)
  const utf16Length = text.length
  const codePointLength = utf16Length - pairs.length

  return {
    utf16Length: utf16(utf16Length),
    codePointLength: codePoints(codePointLength),
    toCodePoint(offset) {
      assertInside(offset, utf16Length)
      if (pairs.length === 0) return codePoints(offset)
      const before = firstIndex(pairs.length, (index) => pairs[index]! >= offset)
      if (before > 0 && pairs[before - 1] === offset - 1) {
        throw new OffsetError('offset_inside_character', offset, utf16Length)
      }
      return codePoints(offset - before)
    },
    toUtf16(offset) {
      assertInside(offset, codePointLength)
      if (pairs.length === 0) return utf16(offset)
      return utf16(offset + firstIndex(pairs.length, (index) => pairs[index]! - index >= offset))
    },
  }
}

/** Throws OffsetError unless the offset is a whole number from 0 to `length`. */
export function assertInside(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new OffsetError('offset_outside_text', offset, length)
  }
}

/** Whether the offset would cut a surrogate pair of the text in two. */
export function isInsideSurrogatePair(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1))
}

/** Smallest index in [0, length) for which the monotone test holds, else `length`. */
export function firstIndex(length: number, test: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function surrogatePairStarts(text: string): Uint32Array {
  const starts: number[] = []
  for (let index = 0; index < text.length - 1; index++) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) starts.push(index++)
  }
  return Uint32Array.from(starts)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
