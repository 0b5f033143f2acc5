import { isInsideSurrogatePair } from './offsets.ts'
import type { Span } from './span.ts'
import { span } from './span.ts'

/** Quotations: what a coding stands on, its checksum, and finding it again where offsets are missing or have moved. */

/** The quotation under a span. */
export function quoteOf(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

/**
 * Checksum of a quotation: 64-bit FNV-1a over its UTF-8 bytes, as 16 hex digits, the same in every version and on every
 * machine. It tells whether an anchor still stands on its words; it is no protection against someone who wants two
 * quotations to agree.
 */
export function quoteHash(quote: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  const add = (byte: number): void => {
    low = (low ^ byte) >>> 0
    // Times the prime 2^40 + 0x1b3, in two halves of 32 bits; every intermediate stays below 2^53.
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / 0x1_0000_0000) + ((low << 8) >>> 0)) >>> 0
    low = product >>> 0
  }
  for (const character of quote) {
    const raw = Number(character.codePointAt(0))
    const point = raw >= 0xd800 && raw <= 0xdfff ? 0xfffd : raw
    if (point < 0x80) {
      add(point)
    } else {
      if (point < 0x800) {
        add(0xc0 | (point >> 6))
      } else {
        if (point < 0x10000) {
          add(0xe0 | (point >> 12))
        } else {
          add(0xf0 | (point >> 18))
          add(0x80 | ((point >> 12) & 0x3f))
        }
        add(0x80 | ((point >> 6) & 0x3f))
      }
      add(0x80 | (point & 0x3f))
    }
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

export interface QuoteContext {
  prefix: string
  suffix: string
}

/** Up to `n` UTF-16 code units on either side of the span, one fewer where they would cut a surrogate pair. */
export function contextOf(text: string, { start, end }: Span, n = 32): QuoteContext {
  const from = Math.max(0, start - n)
  const to = Math.min(text.length, end + n)
  return {
    prefix: text.slice(isInsideSurrogatePair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, isInsideSurrogatePair(text, to) ? to - 1 : to),
  }
}

export interface QuoteHints extends Partial<QuoteContext> {
  /** Where the quotation used to start, in UTF-16 code units. */
  near?: number
}

export interface QuoteMatch extends Span {
  /** False: only the same after folding white space, width and quotation marks. */
  readonly exact: boolean
}

/**
 * Where a quotation stands in a text: its exact occurrences, or, when there are none, those that agree but for white
 * space, full and half width, and the shape of quotation marks. Best first: the longest agreement with the context
 * around it, then the nearest to `near`, then the earliest. Empty for a blank quotation.
 */
export function findQuote(text: string, quote: string, hints: QuoteHints = {}): QuoteMatch[] {
  return quoteFinder(text)(quote, hints)
}

/** `findQuote` for many quotations of one text, which is folded at most once. */
export function quoteFinder(text: string): (quote: string, hints?: QuoteHints) => QuoteMatch[] {
  let folded: FoldedText | null = null
  return (quote, hints = {}) => {
    if (quote.trim() === '') return []
    const exact = occurrences(text, quote).map((start) => ({ ...span(start, start + quote.length), exact: true }))
    if (exact.length > 0) return bestFirst(text, exact, hints)

    const wanted = fold(quote).text
    if (wanted === '') return []
    folded ??= fold(text)
    const { text: haystack, origins } = folded
    const loose = occurrences(haystack, wanted).map((at) => {
      const start = Number(origins[at])
      const end = Number(origins[at + wanted.length - 1]) + 1
      return { ...span(start, end), exact: false }
    })
    return bestFirst(text, loose, hints)
  }
}

function occurrences(text: string, wanted: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) starts.push(at)
  return starts
}

function bestFirst(text: string, matches: QuoteMatch[], { near, prefix = '', suffix = '' }: QuoteHints): QuoteMatch[] {
  if (matches.length < 2 || (near === undefined && prefix === '' && suffix === '')) return matches
  return matches
    .map((match) => ({
      match,
      agreement: agreementBefore(text, match.start, prefix) + agreementAfter(text, match.end, suffix),
      distance: near === undefined ? 0 : Math.abs(match.start - near),
    }))
    .sort((a, b) => b.agreement - a.agreement || a.distance - b.distance || a.match.start - b.match.start)
    .map(({ match }) => match)
}

function agreementBefore(text: string, end: number, prefix: string): number {
  let length = 0
  while (length < prefix.length && length < end && prefix.at(-1 - length) === text[end - 1 - length]) length++
  return length
}

function agreementAfter(text: string, start: number, suffix: string): number {
  let length = 0
  while (length < suffix.length && start + length < text.length && suffix[length] === text[start + length]) length++
  return length
}

interface FoldedText {
  text: string
  /** For every code unit of the folded text, its offset in the original. */
  origins: Uint32Array
}

const SPACE = 0x20

/**
 * One code unit becomes one or none. White space becomes one space between words of spaced scripts and nothing beside
 * Chinese, where a line break or a space says nothing; invisible characters go.
 */
function fold(original: string): FoldedText {
  const units = new Uint16Array(original.length)
  const origins = new Uint32Array(original.length)
  let length = 0
  let gapAt = -1
  for (let index = 0; index < original.length; index++) {
    const unit = foldUnit(original.charCodeAt(index))
    if (unit === SPACE) {
      if (gapAt === -1) gapAt = index
    } else if (unit !== null) {
      if (gapAt !== -1 && length > 0 && isSpaced(units[length - 1]) && isSpaced(unit)) {
        units[length] = SPACE
        origins[length++] = gapAt
      }
      gapAt = -1
      units[length] = unit
      origins[length++] = index
    }
  }
  let text = ''
  for (let from = 0; from < length; from += 8192) {
    text += String.fromCharCode(...units.subarray(from, Math.min(length, from + 8192)))
  }
  return { text, origins: origins.subarray(0, length) }
}

function foldUnit(unit: number): number | null {
  if (unit < 0x7f) return unit <= SPACE ? SPACE : unit
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0
  if (unit === 0xff61) return 0x3002
  if (unit >= 0x2018 && unit <= 0x201b) return 0x27
  if (unit >= 0x201c && unit <= 0x201f) return 0x22
  if (unit === 0xad || (unit >= 0x200b && unit <= 0x200f) || unit === 0xfeff) return null
  if (unit === 0x85 || unit === 0xa0 || unit === 0x3000 || unit === 0x1680 || unit === 0x202f || unit === 0x205f)
    return SPACE
  return (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029 ? SPACE : unit
}

/** Whether the script is written with spaces: not Chinese, Japanese or their punctuation. */
function isSpaced(unit: number | undefined): boolean {
  return unit !== undefined && (unit < 0x2e80 || (unit >= 0xac00 && unit <= 0xd7a3))
}
