import { utf16 } from '../offsets.ts'
import type { KnownLabels, LabelledLine } from './label.ts'
import { parseLabelledLine } from './label.ts'
import type { Heading } from './sections.ts'
import { readHeading } from './sections.ts'

/** One reading of the lines of a transcript's body; everything later works on its result. */
export interface BodyLines {
  /** Lines that begin like a turn, in order. */
  labelled: LabelledLine[]
  headings: Heading[]
  /** Stretches of lines without a blank line between them, [start, end), without the white space around. */
  blocks: { start: number; end: number }[]
  nonBlank: number
}

/**
 * Reads the text from an offset on, which is the start of a line. `given`: lines that are headings whatever they look
 * like, by the offset of their start, with their level.
 */
export function readLines(text: string, from: number, given: ReadonlyMap<number, number> = new Map()): BodyLines {
  const body: BodyLines = { labelled: [], headings: [], blocks: [], nonBlank: 0 }
  const known: KnownLabels = new Map()
  let block: { start: number; end: number } | null = null
  let previousBlank = true
  for (let lineStart = from; lineStart < text.length;) {
    const lineFeed = text.indexOf('\n', lineStart)
    const lineEnd = lineFeed === -1 ? text.length : lineFeed
    const start = skipWhite(text, lineStart, lineEnd)
    const end = trimEnd(text, start, lineEnd)
    if (start === end) {
      block = null
    } else {
      body.nonBlank++
      if (block === null) body.blocks.push((block = { start, end }))
      else block.end = end
      const level = given.get(lineStart)
      if (level === undefined) readLine(body, known, text, start, end, previousBlank && isBlankLine(text, lineEnd + 1))
      else body.headings.push({ start: utf16(start), level, title: text.slice(start, end), series: null })
    }
    previousBlank = start === end
    lineStart = lineEnd + 1
  }
  return body
}

function readLine(
  body: BodyLines,
  known: KnownLabels,
  text: string,
  start: number,
  end: number,
  standsAlone: boolean,
): void {
  const heading = readHeading(text.slice(start, Math.min(end, start + 100)), start, standsAlone)
  if (heading !== null) {
    body.headings.push(heading)
    if (heading.series === null) return
  }
  const labelled = parseLabelledLine(text, start, end, known)
  if (labelled !== null) body.labelled.push(labelled)
}

/** First offset in [from, end) that is no white space, else `end`. */
export function skipWhite(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isWhite(text.charCodeAt(at))) at++
  return at
}

/** End of [start, end) without the white space at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isWhite(text.charCodeAt(at - 1))) at--
  return at
}

function isBlankLine(text: string, lineStart: number): boolean {
  const lineFeed = text.indexOf('\n', lineStart)
  const end = lineFeed === -1 ? text.length : lineFeed
  return lineStart >= text.length || skipWhite(text, lineStart, end) === end
}

function isWhite(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit > 0x7f && /\s/.test(String.fromCharCode(unit)))
}
