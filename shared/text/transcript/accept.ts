import type { LabelledLine } from './label.ts'
import { labelKey } from './label.ts'
import type { LabelShape, LabelWord } from './label-words.ts'
import { labelShape, labelWord, leadsOn } from './label-words.ts'
import type { BodyLines } from './lines.ts'
import type { TranscriptHeader, TranscriptOptions } from './types.ts'

/** A line that starts a turn. Offsets as in LabelledLine. */
export interface TurnLine {
  start: number
  speechStart: number
  ref: string | null
  label: string | null
  fromMs: number | null
  toMs: number | null
}

/** All lines with the same label, and what speaks for and against its being a speaker. */
interface Candidate {
  label: string
  key: string
  lines: number
  /** Lines with a reference such as [T01] or a time stamp that no ordinary sentence has. */
  provenLines: number
  shape: LabelShape | null
  word: LabelWord | null
}

const LETTERED_PAIRS = ['qa', 'ir', 'ip', '问答'] as const
/** Remarks in brackets at the beginning of a line, not labels: [laughs] well … */
const ANNOTATION =
  /^(?:laugh\w*|pause\w*|silence|sigh\w*|inaudible|unclear|crosstalk|music|applause|cough\w*|cr(?:y|ies|ying)|noise|overlap\w*|笑\S*|\S*笑|沉默|停顿|叹气|听不清|掌声|音乐|咳嗽|哭|噪音|插话|方言)$/i
const MOST_LINES = 0.6
const NEARLY_ALL_LINES = 0.9
const REFERENCE = /^\p{L}{0,4}[-_. ]?\d{1,6}$/u

/**
 * Decides which lines start a turn. A label counts because it is declared, belongs to the header's people, is a word for
 * a speaker, stands with a reference or time stamp, or is repeated among other labels; single codes (F5) count beside
 * such labels, single names only where most lines are labelled. Empty where nothing is convincing.
 */
export function turnLines(body: BodyLines, header: TranscriptHeader | null, options: TranscriptOptions): TurnLine[] {
  const declared = new Set((options.speakers ?? []).map(labelKey))
  const ignored = new Set((options.ignoredLabels ?? []).map(labelKey))
  const accepted = acceptedLabels(body, header, declared, ignored)
  const byLabel = (line: LabelledLine): string | null => (line.label === null ? null : (accepted.get(line.key) ?? null))

  const labelled = body.labelled.filter((line) => byLabel(line) !== null)
  if (labelled.length === 0) return bracketTurns(body, declared, ignored)

  const bracketIsRef = labelled.filter(({ bracket }) => bracket !== null).length * 2 > labelled.length
  return body.labelled.flatMap((line) => {
    const label = byLabel(line)
    if (label !== null) return [turnLine(line, line.bracket, label, line.speechStart)]
    if (line.bracket === null) return []
    if (declared.has(labelKey(line.bracket))) return [turnLine(line, null, line.bracket, line.labelStart)]
    const isRef = bracketIsRef && REFERENCE.test(line.bracket)
    return isRef ? [turnLine(line, line.bracket, null, line.labelStart)] : []
  })
}

function turnLine(line: LabelledLine, ref: string | null, label: string | null, speechStart: number): TurnLine {
  return {
    start: line.start,
    speechStart,
    ref,
    label,
    fromMs: line.time?.fromMs ?? null,
    toMs: line.time?.toMs ?? null,
  }
}

/** Accepted labels: key → the label as it is first written (numbered questions and answers without their number). */
function acceptedLabels(
  body: BodyLines,
  header: TranscriptHeader | null,
  declared: ReadonlySet<string>,
  ignored: ReadonlySet<string>,
): Map<string, string> {
  const people = new Set([...namesOf(header?.respondent ?? null), ...namesOf(header?.interviewer ?? null)])
  const candidates = candidatesOf(body, ignored)
  const has = (key: string): boolean => candidates.has(key)
  const paired = LETTERED_PAIRS.flatMap((pair) => ([...pair].every(has) ? [...pair] : []))

  const accepted = new Map<string, string>()
  const repeated: Candidate[] = []
  const single: Candidate[] = []
  for (const candidate of candidates.values()) {
    const { key, label, lines, provenLines, shape, word } = candidate
    if (declared.has(key) || people.has(key)) {
      accepted.set(key, label)
    } else if (shape !== null && word !== 'remark' && (word !== null || !leadsOn(key, lines))) {
      const isSpeakerWord = word !== null && (key.length > 1 || lines > 1 || paired.includes(key))
      if (isSpeakerWord || (provenLines > 0 && (shape !== 'phrase' || lines > 1))) accepted.set(key, label)
      else if (lines > 1) repeated.push(candidate)
      else if (shape !== 'phrase') single.push(candidate)
    }
  }

  const accept = (candidates: readonly Candidate[]): void => {
    for (const { key, label } of candidates) accepted.set(key, label)
  }
  if (accepted.size > 0) accept(single.filter(({ label, shape }) => shape === 'id' && /\d/.test(label)))
  const [only, ...more] = repeated
  const isAlone = accepted.size === 0 && more.length === 0
  if (!isAlone || (only !== undefined && only.lines > 2 && only.lines * 3 >= body.nonBlank)) accept(repeated)
  const hopeful = new Set([...accepted.keys(), ...[...repeated, ...single].map(({ key }) => key)])
  // Where nobody speaks twice, labels and the headings of a report look the same.
  const needed = hopeful.size > single.length ? MOST_LINES : NEARLY_ALL_LINES
  if (hopeful.size > 1 && coverage(body, hopeful) >= needed) accept([...repeated, ...single])
  return withoutNumbers(accepted)
}

function candidatesOf(body: BodyLines, ignored: ReadonlySet<string>): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>()
  for (const { label, key, bracket, timeIsProof } of body.labelled) {
    if (label === null || ignored.has(key)) continue
    let candidate = candidates.get(key)
    if (candidate === undefined) {
      candidate = { label, key, lines: 0, provenLines: 0, shape: labelShape(label), word: labelWord(key) }
      candidates.set(key, candidate)
    }
    candidate.lines++
    if (bracket !== null || timeIsProof) candidate.provenLines++
  }
  return candidates
}

/** Share of the lines that these labels explain; a label with a line to itself explains the next one too. */
function coverage(body: BodyLines, keys: ReadonlySet<string>): number {
  let explained = 0
  for (const { label, key, hasSpeech } of body.labelled) {
    if (label !== null && keys.has(key)) explained += hasSpeech ? 1 : 2
  }
  return explained / body.nonBlank
}

/** Q1, A1, Q2 … are the same two speakers all along; without numbered questions A1 is a person. */
function withoutNumbers(accepted: Map<string, string>): Map<string, string> {
  if (![...accepted.keys()].some((key) => /^(?:q|问)\s*\d+$/.test(key))) return accepted
  return new Map([...accepted].map(([key, label]) => [key, label.replace(/^([QqAa问答])\s*\d+$/, '$1')]))
}

/** The parts of a person's field that may label speech: of `F5 李大爷`, also `F5` and `李大爷`. */
export function namesOf(person: string | null): string[] {
  if (person === null) return []
  return [person, ...person.split(/[\s()（）,，、/]+/)].filter((name) => name !== '').map(labelKey)
}

/**
 * Turns from brackets without label and colon: `[id1] …` where the contents come again (speakers), `[T01] …` where they
 * do not (references). Only where they begin half of all blocks.
 */
function bracketTurns(body: BodyLines, declared: ReadonlySet<string>, ignored: ReadonlySet<string>): TurnLine[] {
  const lines = body.labelled.flatMap((line) => {
    const { bracket } = line
    const isLabel = bracket !== null && !ANNOTATION.test(bracket) && !ignored.has(labelKey(bracket))
    return isLabel ? [{ line, bracket, key: labelKey(bracket) }] : []
  })
  const counts = new Map<string, number>()
  for (const { key } of lines) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isSpeaker = (key: string): boolean => (counts.get(key) ?? 0) > 1 || declared.has(key)
  const anySpeaker = lines.some(({ key }) => isSpeaker(key))
  const areMany = lines.length * 2 >= body.blocks.length

  const labels = new Map<string, string>()
  return lines.flatMap(({ line, bracket, key }) => {
    const isRef = REFERENCE.test(bracket)
    if (!(declared.has(key) || (areMany && (isSpeaker(key) || isRef)))) return []
    if (!anySpeaker) return [turnLine(line, bracket, null, line.labelStart)]
    if (!labels.has(key)) labels.set(key, bracket)
    return [turnLine(line, null, labels.get(key) ?? bracket, line.labelStart)]
  })
}
