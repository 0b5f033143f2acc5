import { utf16 } from '../offsets.ts'
import type { TurnLine } from './accept.ts'
import { turnLines } from './accept.ts'
import { readHeader } from './header.ts'
import { parseLabelledLine } from './label.ts'
import type { BodyLines } from './lines.ts'
import { readLines, skipWhite, trimEnd } from './lines.ts'
import { sectionsOf } from './sections.ts'
import { speakersOf } from './speakers.ts'
import type {
  RecognisedSection,
  RecognisedTranscript,
  RecognisedTurn,
  TranscriptOptions,
  TranscriptWarning,
} from './types.ts'

/** With more labels than this, whatever stands before the colons is not people. */
const MOST_SPEAKERS = 200

/**
 * Recognises header, turns, speakers and sections of a transcript. `text` must be cleaned (cleanText). Everything is a
 * guess for the user to correct: call again with the labels that are speakers and those that are none. Linear time.
 */
export function recogniseTranscript(text: string, options: TranscriptOptions = {}): RecognisedTranscript {
  const warnings: TranscriptWarning[] = []
  if (!/\S/.test(text)) {
    return { header: null, turns: [], speakers: [], sections: [], warnings: [{ code: 'empty', params: {} }] }
  }
  const header = readHeader(text, warnings)
  const given = new Map(options.headings?.map(({ start, level }) => [start, level]))
  const body = readLines(text, header === null ? 0 : lineAfter(text, header.span.end), given)
  let lines = turnLines(body, header, options)
  const labels = new Set(lines.map(({ label }) => label))
  if (labels.size > MOST_SPEAKERS) {
    warnings.push({ code: 'too_many_speakers', params: { count: labels.size } })
    lines = []
  }
  const starts = new Set<number>(lines.map(({ start }) => start))
  const sections = sectionsOf(body.headings.filter(({ start }) => !starts.has(start)))
  if (lines.length === 0) lines = paragraphLines(text, body, sections)
  else warnAboutTextBefore(text, body, lines, sections, warnings)

  const turns = turnsOf(text, lines, sections, warnings)
  const speakers = speakersOf(text, turns, header)
  if (speakers.length === 0) warnings.push({ code: 'no_speakers', params: {} })
  return { header, turns, speakers, sections, warnings }
}

function lineAfter(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset)
  return lineFeed === -1 ? text.length : lineFeed + 1
}

/** Every block is a turn without speaker; every line, where the text has no blank lines. Headings are none. */
function paragraphLines(text: string, body: BodyLines, sections: readonly RecognisedSection[]): TurnLine[] {
  const headings = new Set<number>(sections.map(({ start }) => start))
  const [only, ...more] = body.blocks
  const paragraphs = only !== undefined && more.length === 0 ? linesOf(text, only) : body.blocks
  return paragraphs.flatMap(({ start, end }) => {
    let from = start
    while (from < end && headings.has(from)) from = skipWhite(text, lineAfter(text, from), end)
    if (from >= end) return []
    const line = parseLabelledLine(text, from, Math.min(lineAfter(text, from), end))
    const time = line?.leadingTime ?? null
    const speechStart = line === null || time === null ? from : line.labelStart
    return [
      { start: from, speechStart, ref: null, label: null, fromMs: time?.fromMs ?? null, toMs: time?.toMs ?? null },
    ]
  })
}

function linesOf(text: string, block: { start: number; end: number }): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  for (let from = block.start; from < block.end;) {
    const end = Math.min(lineAfter(text, from), block.end)
    lines.push({ start: skipWhite(text, from, end), end })
    from = end
  }
  return lines
}

function warnAboutTextBefore(
  text: string,
  body: BodyLines,
  [first]: readonly TurnLine[],
  sections: readonly RecognisedSection[],
  warnings: TranscriptWarning[],
): void {
  if (first === undefined) return
  const headings = new Set<number>(sections.map(({ start }) => start))
  let characters = 0
  for (const block of body.blocks) {
    if (block.start >= first.start) break
    for (const { start, end } of linesOf(text, { start: block.start, end: Math.min(block.end, first.start) })) {
      if (!headings.has(start)) characters += trimEnd(text, start, end) - start
    }
  }
  if (characters > 0) warnings.push({ code: 'text_before_first_turn', params: { characters } })
}

function turnsOf(
  text: string,
  lines: readonly TurnLine[],
  sections: readonly RecognisedSection[],
  warnings: TranscriptWarning[],
): RecognisedTurn[] {
  const headings = new Set<number>(sections.map(({ start }) => start))
  const refs = uniqueRefs(lines, warnings)
  return lines.map((line, index) => {
    const next = lines[index + 1]
    const end = turnEnd(text, line.start, next?.start ?? text.length, headings)
    const follows = next?.fromMs ?? null
    return {
      ref: refs[index] ?? '',
      start: utf16(line.start),
      speechStart: utf16(skipWhite(text, Math.min(line.speechStart, end), end)),
      end: utf16(end),
      speakerLabel: line.label,
      fromMs: line.fromMs,
      toMs: line.toMs ?? (line.fromMs !== null && follows !== null && follows >= line.fromMs ? follows : null),
    }
  })
}

/** A turn runs to the next one, without the white space and the headings before that. */
function turnEnd(text: string, start: number, limit: number, headings: ReadonlySet<number>): number {
  let end = trimEnd(text, start, limit)
  for (;;) {
    const lineStart = text.lastIndexOf('\n', end - 1) + 1
    if (lineStart <= start || !headings.has(skipWhite(text, lineStart, end))) return end
    end = trimEnd(text, start, lineStart)
  }
}

/** The given references where they are unique, else T01, T02 … by position, with numbers that are not given yet. */
function uniqueRefs(lines: readonly TurnLine[], warnings: TranscriptWarning[]): string[] {
  const given = new Set<string>()
  const refs = lines.map(({ ref }) => {
    if (ref === null) return null
    if (given.has(ref)) {
      warnings.push({ code: 'duplicate_ref', params: { ref } })
      return null
    }
    given.add(ref)
    return ref
  })
  const taken = new Set([...given].map((ref) => Number(/^T(\d+)$/.exec(ref)?.[1] ?? 0)))
  const width = Math.max(2, String(lines.length).length)
  let spare = lines.length
  return refs.map((ref, index) => {
    if (ref !== null) return ref
    let number = index + 1
    while (taken.has(number)) number = ++spare
    taken.add(number)
    return `T${String(number).padStart(width, '0')}`
  })
}
