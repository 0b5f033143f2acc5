import type { TimeStamp } from './time-stamp.ts'
import { parseTimeStamp, TIME_STAMP } from './time-stamp.ts'

/** What the beginning of one line looks like; whether that is a turn is decided over the whole transcript. */
export interface LabelledLine {
  /** Offset of the first character that is not white space. */
  start: number
  /** Offset behind list mark, brackets and time stamp, where the label begins. */
  labelStart: number
  /** Offset behind label, colon and white space; within the line. */
  speechStart: number
  /** False where the label has the line to itself. */
  hasSpeech: boolean
  /** Content of a bracket before the label that is no time: `T01` of `[T01] F5：`, `id1` of `[id1] speech`. */
  bracket: string | null
  label: string | null
  /** The label's key; empty without label. */
  key: string
  time: TimeStamp | null
  /** Whether the time stamp alone is proof of a label: in brackets, or with hours. */
  timeIsProof: boolean
  /** The time stamp, where it comes first in the line and is proof. */
  leadingTime: TimeStamp | null
}

/** A label with brackets and time stamps stands within this many code units of its line. */
const HEAD = 160

/** Numbers, dashes and dots of a list of turns. */
const LIST_MARK = /^(?:\d{1,4}(?:[.)]\s+|[、）]\s*)|[-–—•·]\s+)/
const BRACKET = /^[[［【]([^[\]［］【】]{1,40})[\]］】]\s*/
const ROUND_TIME = new RegExp(String.raw`^[(（](${TIME_STAMP})[)）]\s*`)
const BARE_TIME = new RegExp(String.raw`^(${TIME_STAMP})(?:\s+|(?=[^\d\s:：.,]))`)
const HAS_CLOCK = /\d[:：]\d/
const LABEL_THEN_BRACKETED_TIME = new RegExp(
  String.raw`^(.{1,60}?)\s*[([（［【]\s*(${TIME_STAMP})\s*[)\]）］】]\s*(?:\*\*|__)?\s*(?:[:：]\s*|$)`,
)
const LABEL_THEN_TIME_ALONE = new RegExp(String.raw`^(.{1,60}?)\s+(${TIME_STAMP})\s*[:：]?\s*$`)
const LABEL_THEN_COLON = /^([^:：]{1,60})([:：])(?:\*\*|__)?(?!\/\/)\s*/

/** Labels already read, as written → as shown and as compared; a transcript repeats a few of them thousands of times. */
export type KnownLabels = Map<string, { label: string; key: string }>

/** Reads the beginning of the line [lineStart, lineEnd); null where there is neither bracket nor time stamp nor label. */
export function parseLabelledLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  known: KnownLabels = new Map(),
): LabelledLine | null {
  let start = lineStart
  while (start < lineEnd && isBlank(text.charCodeAt(start))) start++
  if (start === lineEnd) return null
  const head = text.slice(start, Math.min(lineEnd, start + HEAD))
  const line: LabelledLine = {
    start,
    labelStart: start,
    speechStart: start,
    hasSpeech: true,
    bracket: null,
    label: null,
    key: '',
    time: null,
    timeIsProof: false,
    leadingTime: null,
  }

  const afterMarks = readMarks(line, head)
  if (line.timeIsProof) line.leadingTime = line.time
  const rest = head.slice(afterMarks)
  const labelLength = readLabel(line, rest, known)
  if (line.label === null && line.bracket === null && line.time === null) return null
  line.labelStart = start + afterMarks
  line.speechStart = line.labelStart + labelLength
  line.hasSpeech = line.speechStart < lineEnd
  return line
}

/** List marks, brackets and time stamps before the label; returns their length. */
function readMarks(line: LabelledLine, head: string): number {
  let length = LIST_MARK.exec(head)?.[0].length ?? 0
  for (let marks = 0; marks < 2; marks++) {
    const rest = head.slice(length)
    const bracket = BRACKET.exec(rest)
    const clock = (line.time === null && (ROUND_TIME.exec(rest) ?? BARE_TIME.exec(rest))) || null
    if (bracket !== null) {
      const content = (bracket[1] ?? '').trim()
      const time = parseTimeStamp(content)
      if (time !== null && line.time === null) {
        line.time = time
        line.timeIsProof = true
      } else if (line.bracket === null && content !== '') {
        line.bracket = content
      } else {
        break
      }
      length += bracket[0].length
    } else if (clock !== null) {
      const raw = clock[1] ?? ''
      line.time = parseTimeStamp(raw)
      if (line.time === null) break
      line.timeIsProof = !clock[0].startsWith(raw) || raw.split(/[:：]/).length > 2
      length += clock[0].length
    } else {
      break
    }
  }
  return length
}

/** The label and what closes it; returns their length. */
function readLabel(line: LabelledLine, rest: string, known: KnownLabels): number {
  if (HAS_CLOCK.test(rest)) {
    const timed = LABEL_THEN_BRACKETED_TIME.exec(rest) ?? LABEL_THEN_TIME_ALONE.exec(rest)
    const time = parseTimeStamp(timed?.[2] ?? '')
    const named = timed === null || time === null ? null : readName(timed[1] ?? '', known)
    if (timed !== null && named !== null && !/[:：]/.test(named.label)) {
      Object.assign(line, named)
      line.time ??= time
      line.timeIsProof = true
      return timed[0].length
    }
  }
  const plain = LABEL_THEN_COLON.exec(rest)
  if (plain === null) return 0
  const [whole, raw = '', colon = ''] = plain
  const isClock = /\d$/.test(raw) && /^\d/.test(rest.slice(raw.length + colon.length))
  const named = isClock ? null : readName(raw, known)
  if (named === null) return 0
  Object.assign(line, named)
  return whole.length
}

function readName(raw: string, known: KnownLabels): { label: string; key: string } | null {
  let named = known.get(raw)
  if (named === undefined) {
    const label = plainLabel(raw)
    if (label === '') return null
    named = { label, key: labelKey(label) }
    known.set(raw, named)
  }
  return named
}

/** A label as it is shown: without Markdown stars, invisible marks, or white space around and doubled inside. */
function plainLabel(raw: string): string {
  return raw
    .replace(/^\s*(?:\*\*|__)|(?:\*\*|__)\s*$/g, '')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Labels with the same key are one speaker: width, case and spacing do not matter. */
export function labelKey(label: string): string {
  return plainLabel(label).normalize('NFKC').toLowerCase()
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3000 || unit === 0xa0 || unit === 0xfeff
}
