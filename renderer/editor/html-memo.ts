import { BOLD, isAllowedUrl, ITALIC, STRIKE, UNDERLINE } from '../../shared/memo/memo-body.ts'
import type { MemoBlock } from '../../shared/memo/memo-body.ts'
import { cleanNodes } from '../../shared/memo/clean-memo.ts'

/**
 * What a memo keeps of pasted HTML: paragraphs, headings, lists, quotations, bold, italic, underlined and struck words,
 * and links to the web. The HTML becomes a document without a window, in which no script runs and nothing is fetched, and
 * of which only words and the names of elements are read.
 */
export function memoFromHtml(html: string): MemoBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return cleanNodes(nodesOf(body, { format: 0, depth: 0, isPreformatted: false })).filter(hasWords)
}

/** A node as `cleanNodes` takes it. */
interface RawNode {
  readonly type: string
  readonly [field: string]: unknown
}

interface Context {
  readonly format: number
  readonly depth: number
  readonly isPreformatted: boolean
}

/** Deeper nesting than people write: its words are left out. */
const MAX_DEPTH = 60

/** Elements whose content nobody is meant to read. */
const DROPPED = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'IFRAME',
  'FRAME',
  'OBJECT',
  'EMBED',
  'APPLET',
  'SVG',
  'MATH',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'PICTURE',
  'IMG',
  'MAP',
  'FORM',
  'INPUT',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'DIALOG',
])

const PARAGRAPHS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'ASIDE',
  'NAV',
  'ADDRESS',
  'FIGURE',
  'FIGCAPTION',
  'PRE',
  'DT',
  'DD',
  'TR',
  'CAPTION',
])

const FORMATS: Readonly<Record<string, number>> = {
  B: BOLD,
  STRONG: BOLD,
  I: ITALIC,
  EM: ITALIC,
  CITE: ITALIC,
  U: UNDERLINE,
  INS: UNDERLINE,
  S: STRIKE,
  DEL: STRIKE,
  STRIKE,
}

function nodesOf(parent: Node, context: Context): RawNode[] {
  return context.depth > MAX_DEPTH ? [] : [...parent.childNodes].flatMap((child) => nodeOf(child, context))
}

function nodeOf(node: Node, context: Context): RawNode[] {
  if (node.nodeType === Node.TEXT_NODE) return textOf(node, context)
  if (!(node instanceof Element)) return []
  const name = node.tagName.toUpperCase()
  if (DROPPED.has(name)) return []
  const inner = { ...context, depth: context.depth + 1 }
  if (/^H[1-6]$/.test(name)) {
    const level = Math.min(3, Number(name[1]))
    return [{ type: 'heading', tag: `h${level}`, children: nodesOf(node, inner) }]
  }
  if (PARAGRAPHS.has(name)) {
    const isPreformatted = context.isPreformatted || name === 'PRE'
    return [{ type: 'paragraph', children: nodesOf(node, { ...inner, isPreformatted }) }]
  }
  switch (name) {
    case 'BR':
      return [{ type: 'linebreak' }]
    case 'BLOCKQUOTE':
      return quoted(nodesOf(node, inner))
    case 'UL':
    case 'OL':
      return [
        {
          type: 'list',
          listType: name === 'OL' ? 'number' : 'bullet',
          start: Number(node.getAttribute('start') ?? 1),
          children: nodesOf(node, inner).filter((child) => hasContent(child)),
        },
      ]
    case 'LI':
      return [{ type: 'listitem', children: nodesOf(node, inner) }]
    case 'TD':
    case 'TH':
      // The cells of a row stand side by side.
      return [...nodesOf(node, inner), ...(node.nextElementSibling === null ? [] : [{ type: 'tab', format: 0 }])]
    case 'A': {
      const url = (node.getAttribute('href') ?? '').trim()
      const children = nodesOf(node, inner)
      return isAllowedUrl(url) ? [{ type: 'link', url, children }] : children
    }
    default:
      return nodesOf(node, { ...inner, format: context.format | (FORMATS[name] ?? 0) | styledAs(node) })
  }
}

/** The paragraphs of a quotation are quotations; what else is in it stays what it is. */
function quoted(nodes: readonly RawNode[]): RawNode[] {
  const isInline = ({ type }: RawNode): boolean => ['text', 'tab', 'linebreak', 'link'].includes(type)
  if (nodes.every(isInline)) return [{ type: 'quote', children: nodes }]
  return nodes.map((node) => {
    if (isInline(node)) return { type: 'quote', children: [node] }
    return node.type === 'paragraph' ? { ...node, type: 'quote' } : node
  })
}

/** Word processors write formats as styles. Only three properties are read. */
function styledAs(element: Element): number {
  const style = element.getAttribute('style') ?? ''
  return (
    (/font-weight:\s*(?:bold|[6-9]00)/i.test(style) ? BOLD : 0) |
    (/font-style:\s*italic/i.test(style) ? ITALIC : 0) |
    (/text-decoration[\w-]*:[^;]*underline/i.test(style) ? UNDERLINE : 0) |
    (/text-decoration[\w-]*:[^;]*line-through/i.test(style) ? STRIKE : 0)
  )
}

function textOf(node: Node, { format, isPreformatted }: Context): RawNode[] {
  const words = node.textContent ?? ''
  // White space between words of HTML is one space; a no-break space is a space that people typed.
  const text = (isPreformatted ? words : words.replace(/[\t\n\f\r ]+/g, ' ')).replaceAll('\u00a0', ' ')
  const isBetweenBlocks = text.trim() === '' && (isEdge(node.previousSibling) || isEdge(node.nextSibling))
  return text === '' || isBetweenBlocks ? [] : [{ type: 'text', text, format }]
}

function isEdge(sibling: Node | null): boolean {
  if (sibling === null) return true
  const name = sibling instanceof Element ? sibling.tagName.toUpperCase() : ''
  return PARAGRAPHS.has(name) || /^(?:H[1-6]|UL|OL|LI|BLOCKQUOTE|TABLE|TBODY|THEAD|TFOOT|TD|TH)$/.test(name)
}

function hasContent(node: RawNode): boolean {
  return node.type !== 'text' || (typeof node['text'] === 'string' && node['text'].trim() !== '')
}

/** Pasted pages are full of empty boxes. */
function hasWords(block: MemoBlock): boolean {
  return (
    block.type === 'list' ||
    block.type === 'passage' ||
    block.children.some((child) => ('text' in child ? child.text.trim() !== '' : child.type === 'link'))
  )
}
