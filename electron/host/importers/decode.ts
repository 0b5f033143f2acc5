import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { guessLegacyEncoding } from './legacy-encoding.ts'
import { decodeWtf8 } from './wtf8.ts'

export interface DecodedText {
  /** With its byte order mark, if it has one: `cleanText` takes that off. */
  readonly text: string
  /** As it is shown to the user: `UTF-8`, `UTF-16LE`, `GB18030`, `Big5` … */
  readonly encoding: string
  /** False where the bytes fit several encodings about as well. */
  readonly isCertain: boolean
  /** Sequences of bytes that are no text in this encoding; each is one U+FFFD now. */
  readonly errors: number
}

const REPLACEMENT = '\ufffd'

/**
 * Decodes a text file of unknown encoding: what a byte order mark says, else UTF-8 where the bytes are valid UTF-8 (no
 * other encoding looks like it by chance), else UTF-16 by its zeros and characters, else UTF-8 with a few damaged bytes,
 * else the legacy encoding that makes the most likely text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeAsUtf8(bytes)
  if (first === 0xff && second === 0xfe) return decodeAsUtf16(bytes, 'UTF-16LE')
  if (first === 0xfe && second === 0xff) return decodeAsUtf16(bytes, 'UTF-16BE')
  const utf16 = guessUtf16(bytes)
  if (utf16 !== null) return decodeAsUtf16(bytes, utf16)
  if (isUtf8(bytes)) return decodeAsUtf8(bytes)
  const damaged = decodeAsUtf8(bytes)
  if (isMostlyUtf8(bytes, damaged)) return damaged
  const { encoding, isCertain } = guessLegacyEncoding(bytes)
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  return { text, encoding, isCertain, errors: countReplacements(text) }
}

function decodeAsUtf8(bytes: Uint8Array): DecodedText {
  const text = decodeWtf8(bytes)
  const errors = isUtf8(bytes) ? 0 : countReplacements(text)
  return { text, encoding: 'UTF-8', isCertain: true, errors }
}

function decodeAsUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): DecodedText {
  const whole = bytes.length - (bytes.length % 2)
  const units = Buffer.from(bytes.subarray(0, whole))
  if (encoding === 'UTF-16BE') units.swap16()
  const isCut = whole < bytes.length
  return {
    text: units.toString('utf16le') + (isCut ? REPLACEMENT : ''),
    encoding,
    isCertain: true,
    errors: isCut ? 1 : 0,
  }
}

function countReplacements(text: string): number {
  let count = 0
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) count++
  return count
}

/** Some bytes are damaged, but far more multi-byte characters are whole than chance would make. */
function isMostlyUtf8(bytes: Uint8Array, decoded: DecodedText): boolean {
  let high = 0
  for (const byte of bytes) if (byte >= 0x80) high++
  return decoded.errors * 20 < high
}

const SAMPLE_BYTES = 65_536

/**
 * UTF-16 without a byte order mark: ASCII leaves a zero in every second byte; Chinese without any ASCII still reads as
 * Chinese in one order of bytes and as a jumble in the other. Null where neither is plain.
 */
function guessUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes.length < 4) return null
  const length = Math.min(SAMPLE_BYTES, bytes.length - (bytes.length % 2))
  const zeros = { even: 0, odd: 0 }
  const readable = { le: 0, be: 0 }
  for (let at = 0; at < length; at += 2) {
    const low = bytes[at] ?? 0
    const high = bytes[at + 1] ?? 0
    if (low === 0) zeros.even++
    if (high === 0) zeros.odd++
    if (isReadable(low | (high << 8))) readable.le++
    if (isReadable(high | (low << 8))) readable.be++
  }
  const units = length / 2
  if (zeros.odd > units * 0.2 && zeros.even < units * 0.02) return 'UTF-16LE'
  if (zeros.even > units * 0.2 && zeros.odd < units * 0.02) return 'UTF-16BE'
  const isUtf16 = (own: number, other: number) => own > units * 0.95 && other < units * 0.5
  if (bytes.length % 2 === 1 || (isUtf8(bytes) && zeros.even + zeros.odd === 0)) return null
  if (isUtf16(readable.le, readable.be)) return 'UTF-16LE'
  if (isUtf16(readable.be, readable.le)) return 'UTF-16BE'
  return null
}

/** Characters that transcripts in Chinese or English are made of. */
function isReadable(unit: number): boolean {
  return (
    unit === 0x0a ||
    unit === 0x0d ||
    unit === 0x09 ||
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    // Halves of rare characters and emoji.
    (unit >= 0xd800 && unit <= 0xdfff)
  )
}
