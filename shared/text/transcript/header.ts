import { span } from '../span.ts'
import { isoDate } from './dates.ts'
import { labelShape } from './label-words.ts'
import type { TranscriptHeader, TranscriptWarning } from './types.ts'

type Field = Exclude<keyof TranscriptHeader, 'span' | 'other'>

const FIELD_NAMES: Record<Field, string> = {
  document: 'doc|document|document id|id|transcript|文档|编号|文档编号|访谈编号',
  village: 'village|community|site|村|村庄|村子|村名',
  respondent: 'respondent|interviewee|participant|informant|受访者|被访者|受访人|被访人|访谈对象',
  role: 'role|角色|身份|职务',
  wave: 'wave|round|轮次|波次|轮',
  date: 'date|interview date|日期|访谈日期|访谈时间',
  language: 'lang|language|语言|语种',
  parallelOf: 'parallel|parallel of|translation of|original|译自|原文|对应文档',
  interviewer: 'interviewer|moderator|访谈者|访谈人|访谈员|采访者|主持人',
  consent: 'consent|知情同意|同意|授权',
}

const FIELDS = new Map(
  Object.entries(FIELD_NAMES).flatMap(([field, names]) => names.split('|').map((name) => [name, field as Field])),
)

const LANGUAGES = new Map([
  ...['zh', 'cn', 'chinese', 'mandarin', '中文', '汉语', '普通话', '汉'].map((name) => [name, 'zh'] as const),
  ...['english', '英文', '英语', '英'].map((name) => [name, 'en'] as const),
])

interface HeaderPart {
  field: Field | null
  key: string
  name: string
  value: string
}

interface HeaderLine {
  parts: HeaderPart[]
  end: number
}

/** Longer than any header; keeps a text without line ends from being read as one. */
const LONGEST_LINE = 2000
const MOST_LINES = 40

/**
 * The fields at the top of a transcript: several in a line between `|`, or one in a line, in English or Chinese, behind
 * any `#` lines. Null where there are none; a speaker's label is not a field. Adds warnings for values it cannot read.
 */
export function readHeader(text: string, warnings: TranscriptWarning[]): TranscriptHeader | null {
  const { start, linesFrom } = skipComments(text)
  const run = fieldLines(text, linesFrom)
  const endsInBlank = isBlankFrom(text, run.at(-1)?.end ?? 0)
  const lines = endsInBlank ? run : withoutSpeech(run)
  const last = lines.at(-1)
  if (start === null || last === undefined) return null
  const parts = lines.flatMap((line) => line.parts)
  const fields = new Set(parts.flatMap(({ field }) => (field === null ? [] : [field])))
  // The names of people also label speech; alone on their lines they make no header.
  const isCertain = lines.some(({ parts }) => parts.length > 1 || parts.some(({ field }) => !isPerson(field)))
  const isComplete = fields.size > 1 || endsInBlank || lines.length < run.length
  if (fields.size === 0 || !isCertain || !isComplete) return null

  const value = (field: Field): string | null => parts.find((part) => part.field === field)?.value ?? null
  return {
    span: span(start, last.end),
    document: value('document'),
    village: value('village'),
    respondent: value('respondent'),
    role: value('role'),
    wave: value('wave'),
    date: readable(value('date'), isoDate, 'unreadable_date', warnings),
    language: readable(value('language'), languageTag, 'unreadable_language', warnings),
    parallelOf: value('parallelOf'),
    interviewer: value('interviewer'),
    consent: value('consent'),
    other: parts.filter(({ field }) => field === null).map(({ name, value }) => ({ name, value })),
  }
}

function skipComments(text: string): { start: number | null; linesFrom: number } {
  let start: number | null = null
  let from = 0
  for (let count = 0; count < MOST_LINES && from < text.length; count++) {
    const line = lineAt(text, from)
    if (line.trim() !== '') {
      start ??= from
      if (!line.trimStart().startsWith('#')) break
    }
    from += line.length + 1
  }
  return { start, linesFrom: from }
}

/** The run of lines that look like fields: until a blank line, a line that is none, or a field that comes again. */
function fieldLines(text: string, linesFrom: number): HeaderLine[] {
  const lines: HeaderLine[] = []
  const seen = new Set<string>()
  let from = linesFrom
  while (from < text.length && lines.length < MOST_LINES) {
    const line = lineAt(text, from)
    const parts = headerParts(line)
    if (parts === null || parts.some(({ key, field }) => seen.has(field ?? key))) break
    for (const { key, field } of parts) seen.add(field ?? key)
    lines.push({ parts, end: from + line.trimEnd().length })
    from += line.length + 1
  }
  return lines
}

/**
 * Where speech follows without a blank line, its first labels look like fields. Dropped from the end: fields that mean
 * nothing here, the interviewer, and behind an interviewer a respondent whose value is no code such as F5.
 */
function withoutSpeech(run: readonly HeaderLine[]): HeaderLine[] {
  const lines = [...run]
  const isSpeech = ({ parts: [part, ...more] }: HeaderLine): boolean => {
    if (part === undefined || more.length > 0) return false
    if (part.field !== 'respondent') return part.field === null || part.field === 'interviewer'
    const asked = lines.some(({ parts }) => parts.length === 1 && parts[0]?.field === 'interviewer')
    return asked && labelShape(part.value) !== 'id'
  }
  for (let last = lines.at(-1); last !== undefined && isSpeech(last); last = lines.at(-1)) lines.pop()
  return lines
}

function isPerson(field: Field | null): boolean {
  return field === null || field === 'respondent' || field === 'interviewer' || field === 'role'
}

function headerParts(line: string): HeaderPart[] | null {
  if (line.length >= LONGEST_LINE) return null
  const pieces = line.split(/[|｜]/).filter((piece) => piece.trim() !== '')
  const parts: HeaderPart[] = []
  for (const piece of pieces) {
    const found = /^\s*([^:：]{1,30}?)\s*[:：]\s*(.*?)\s*$/.exec(piece)
    if (found === null) return null
    const [, name = '', value = ''] = found
    if (/[。！？!?；;，,[\]【】]/.test(name) || (pieces.length === 1 && !isShort(value))) return null
    const key = name.normalize('NFKC').trim().toLowerCase()
    if (value !== '') parts.push({ field: FIELDS.get(key) ?? null, key, name, value })
  }
  return pieces.length === 0 ? null : parts
}

/** Whether a value that has a line to itself is a value and not speech. */
function isShort(value: string): boolean {
  return value.length <= 80 && !/[。！？!?…]/.test(value)
}

function readable(
  raw: string | null,
  read: (raw: string) => string | null,
  code: TranscriptWarning['code'],
  warnings: TranscriptWarning[],
): string | null {
  if (raw === null) return null
  const value = read(raw)
  if (value === null) warnings.push({ code, params: { value: raw } })
  return value
}

function languageTag(raw: string): string | null {
  const name = raw.normalize('NFKC').trim().toLowerCase()
  const known = LANGUAGES.get(name)
  if (known !== undefined) return known
  const tag = name.replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** The line from an offset on, without its line feed, cut at a length no header line has. */
function lineAt(text: string, from: number): string {
  const end = text.indexOf('\n', from)
  return text.slice(from, Math.min(end === -1 ? text.length : end, from + LONGEST_LINE))
}

/** Whether the line behind the one that ends here is blank or missing. */
function isBlankFrom(text: string, lineEnd: number): boolean {
  return /^[^\S\n]*(?:$|\n[^\S\n]*(?:$|\n))/.test(text.slice(lineEnd, lineEnd + LONGEST_LINE))
}
