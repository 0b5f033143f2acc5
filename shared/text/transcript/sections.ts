import { utf16 } from '../offsets.ts'
import type { RecognisedSection } from './types.ts'

/** A line that may be a heading; `series` is the numbering it belongs to, null for Markdown. */
interface Heading extends RecognisedSection {
  series: string | null
}

const LONGEST_TITLE = 60
const MARKDOWN = /^(#{1,6})\s+(.*?)\s*#*$/
const NUMBERED: { series: string; level: number; pattern: RegExp }[] = [
  { series: 'part', level: 1, pattern: /^第[一二三四五六七八九十百\d]{1,3}(?:部分|章|节)[\s、：:]*\S{0,30}$/ },
  { series: 'han', level: 1, pattern: /^[一二三四五六七八九十]{1,3}、\s*\S.{0,30}$/ },
  { series: 'bracketed', level: 2, pattern: /^[(（][一二三四五六七八九十]{1,3}[)）]\s*\S.{0,30}$/ },
  { series: 'decimal', level: 2, pattern: /^\d{1,2}\.\d{1,2}\.?\s+[\p{Lu}\p{Script=Han}].{0,50}$/u },
  { series: 'number', level: 1, pattern: /^\d{1,2}\.\s+[\p{Lu}\p{Script=Han}].{0,50}$/u },
]

/**
 * Reads a line as heading: Markdown anywhere, numbering only where the line stands alone between blank lines and does
 * not end or pause like a sentence. `line` is trimmed, `start` its offset.
 */
export function readHeading(line: string, start: number, standsAlone: boolean): Heading | null {
  if (line.length === 0 || line.length > LONGEST_TITLE + 10) return null
  const markdown = MARKDOWN.exec(line)
  if (markdown !== null) {
    const [, marks = '', title = ''] = markdown
    return title === '' ? null : { start: utf16(start), level: marks.length, title, series: null }
  }
  if (!standsAlone || /[。！？!?；;，,…”"]|\.$/.test(line)) return null
  const form = NUMBERED.find(({ pattern }) => pattern.test(line))
  return form === undefined ? null : { start: utf16(start), level: form.level, title: line, series: form.series }
}

/** The headings that count: a numbering with a single member is taken for text. */
export function sectionsOf(headings: readonly Heading[]): RecognisedSection[] {
  const members = new Map<string, number>()
  for (const { series } of headings) if (series !== null) members.set(series, (members.get(series) ?? 0) + 1)
  return headings
    .filter(({ series }) => series === null || (members.get(series) ?? 0) > 1)
    .map(({ start, level, title }) => ({ start, level, title }))
}

export type { Heading }
