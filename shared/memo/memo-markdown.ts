import { BOLD, ITALIC, STRIKE, UNDERLINE } from './memo-body.ts'
import type { MemoBlock, MemoBody, MemoInline, MemoList } from './memo-body.ts'

/** Markdown (CommonMark, with `~~` for struck words), for memos that go into notes, repositories and papers. */

/** @param below how many levels its headings are put down, below the heading of the memo itself */
export function markdownOfMemo(body: MemoBody, below = 0): string {
  return body.root.children
    .map((block) => markdownOfBlock(block, below))
    .filter((block) => block !== '')
    .join('\n\n')
}

function markdownOfBlock(block: MemoBlock, below: number): string {
  switch (block.type) {
    case 'heading': {
      const level = Math.min(6, Number(block.tag.slice(1)) + below)
      return `${'#'.repeat(level)} ${markdownOfInlines(block.children).replaceAll('\n', ' ')}`
    }
    case 'quote':
      return markdownQuote(markdownOfInlines(block.children))
    case 'list':
      return markdownOfList(block, '').join('\n')
    case 'passage':
      return markdownPassage(block.quote, block.citation)
    default:
      return guardLineStarts(markdownOfInlines(block.children))
  }
}

/** A quoted passage with its citation below it. */
export function markdownPassage(quote: string, citation: string): string {
  const words = markdownQuote(hardBreaks(escapeMarkdown(quote)))
  return citation === '' ? words : `${words}\n>\n> — ${escapeMarkdown(citation)}`
}

function markdownQuote(text: string): string {
  return guardLineStarts(text)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function markdownOfList(list: MemoList, indent: string): string[] {
  let number = list.start - 1
  let inner = `${indent}   `
  return list.children.flatMap(({ children }) => {
    const own = children.filter((child) => child.type !== 'list')
    const lists = children.filter((child) => child.type === 'list')
    const lines: string[] = []
    if (own.length > 0 || lists.length === 0) {
      const sign = list.listType === 'bullet' ? '- ' : `${++number}. `
      inner = indent + ' '.repeat(sign.length)
      lines.push(`${indent}${sign}${guardLineStarts(markdownOfInlines(own)).replaceAll('\n', `\n${inner}`)}`)
    }
    return [...lines, ...lists.flatMap((below) => markdownOfList(below, inner))]
  })
}

function markdownOfInlines(inlines: readonly MemoInline[]): string {
  const words = inlines.map((inline) => ('text' in inline ? inline.text : inline.type === 'link' ? 'l' : ' '))
  return inlines
    .map((inline, index) => {
      switch (inline.type) {
        case 'linebreak':
          return '\\\n'
        case 'link':
          return `[${markdownOfInlines(inline.children)}](<${inline.url.replaceAll('>', '%3E')}>)`
        default:
          return marked(inline.text, inline.format, words[index - 1]?.at(-1) ?? ' ', words[index + 1]?.[0] ?? ' ')
      }
    })
    .join('')
}

const SIGNS = [
  { format: ITALIC, sign: '*', tag: 'em' },
  { format: BOLD, sign: '**', tag: 'strong' },
  { format: STRIKE, sign: '~~', tag: 's' },
  { format: UNDERLINE, sign: null, tag: 'u' },
] as const

/**
 * Words between the signs of their formats. White space stays outside. Signs beside punctuation within a line of Chinese
 * are not read as signs, so there it is tags.
 */
function marked(text: string, format: number, before: string, after: string): string {
  const core = text.trim()
  if (format === 0 || core === '') return escapeMarkdown(text)
  const from = text.indexOf(core)
  const lead = text.slice(0, from)
  const trail = text.slice(from + core.length)
  const isClear =
    (!isPunctuation(core.charAt(0)) || isOpen(lead.at(-1) ?? before)) &&
    (!isPunctuation(core.slice(-1)) || isOpen(trail[0] ?? after))
  const wrapped = SIGNS.filter((candidate) => (format & candidate.format) !== 0).reduce(
    (inner, { sign, tag }) => (sign !== null && isClear ? sign + inner + sign : `<${tag}>${inner}</${tag}>`),
    escapeMarkdown(core),
  )
  return lead + wrapped + trail
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character)
}

function isOpen(character: string): boolean {
  return /[\s\p{P}\p{S}]/u.test(character)
}

/** Words as words: nothing in them is read as a sign. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~&]/g, '\\$&')
}

/** Signs that mean something at the beginning of a line only. */
function guardLineStarts(text: string): string {
  return text.replace(/^(\s*)(?:([#+\-=])|(\d+)([.)]))/gm, (_all, space: string, sign, digits, dot) =>
    typeof sign === 'string' ? `${space}\\${sign}` : `${space}${String(digits)}\\${String(dot)}`,
  )
}

function hardBreaks(text: string): string {
  return text.replaceAll('\n', '\\\n')
}
