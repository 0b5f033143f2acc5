import {
  FORMATS,
  isAllowedUrl,
  MAX_LIST_DEPTH,
  passageSchema,
  referenceTargetSchema,
  type MemoBlock,
  type MemoBody,
  type MemoInline,
  type MemoLink,
  type MemoList,
  type MemoListItem,
} from './memo-body.ts'
import {
  memoBody,
  memoHeading,
  memoLink,
  memoList,
  memoListItem,
  memoParagraph,
  memoQuote,
  memoReference,
  memoText,
} from './memo-nodes.ts'

/**
 * What Tianye keeps of an editor's nodes, of a clipboard, or of a memo that another program wrote: known nodes with known
 * fields. What is unknown leaves its words, if it has any; links that lead elsewhere become their words; lists that are
 * too deep are drawn up. What comes out passes `memoBodySchema` (but for its length).
 */
export function cleanMemo(raw: unknown): MemoBody {
  return memoBody(cleanBlocks(childrenOf(propertyOf(raw, 'root')), 0))
}

/** Nodes of a clipboard: blocks, and inlines between them put into paragraphs. */
export function cleanNodes(raw: unknown): MemoBlock[] {
  return cleanBlocks(Array.isArray(raw) ? raw : [], 0)
}

/** Beyond this nothing that people write is lost. */
const MAX_DEPTH = 100

const BLOCKS = new Set(['paragraph', 'heading', 'quote', 'list', 'listitem', 'passage', 'root'])

function cleanBlocks(nodes: readonly unknown[], depth: number): MemoBlock[] {
  if (depth > MAX_DEPTH) return []
  const blocks: MemoBlock[] = []
  let loose: MemoInline[] = []
  const close = (): void => {
    if (loose.length > 0) blocks.push(memoParagraph(loose))
    loose = []
  }
  for (const node of nodes) {
    if (isBlock(node, depth)) {
      close()
      blocks.push(...cleanBlock(node, depth))
    } else loose.push(...cleanInline(node, depth + 1))
  }
  close()
  return blocks
}

function isBlock(node: unknown, depth: number): boolean {
  const type = propertyOf(node, 'type')
  if (typeof type === 'string' && BLOCKS.has(type)) return true
  if (type === 'link' || depth > MAX_DEPTH) return false
  return childrenOf(node).some((child) => isBlock(child, depth + 1))
}

function cleanBlock(node: unknown, depth: number): MemoBlock[] {
  const children = childrenOf(node)
  switch (propertyOf(node, 'type')) {
    case 'paragraph':
      return split(children, depth, memoParagraph)
    case 'heading': {
      const tag = propertyOf(node, 'tag')
      return split(children, depth, (inlines) => memoHeading(tag === 'h1' || tag === 'h2' ? tag : 'h3', inlines))
    }
    case 'quote':
      return split(children, depth, memoQuote)
    case 'list':
      return [cleanList(node, 0, depth)]
    case 'listitem':
      return [cleanList({ listType: 'bullet', children: [node] }, 0, depth)]
    case 'passage':
      return cleanPassage(node)
    default:
      return cleanBlocks(children, depth + 1)
  }
}

/** A block of inlines; blocks within it come behind it. */
function split(nodes: readonly unknown[], depth: number, make: (inlines: MemoInline[]) => MemoBlock): MemoBlock[] {
  const inner = nodes.filter((node) => isBlock(node, depth + 1))
  const own = nodes.filter((node) => !inner.includes(node)).flatMap((node) => cleanInline(node, depth + 1))
  return [...(own.length > 0 || inner.length === 0 ? [make(own)] : []), ...cleanBlocks(inner, depth + 1)]
}

function cleanPassage(node: unknown): MemoBlock[] {
  const field = (name: string): unknown => {
    const value = propertyOf(node, name)
    return typeof value === 'string' ? cleanWords(value) : value
  }
  const whole = passageSchema.safeParse({
    type: 'passage',
    version: 1,
    documentId: field('documentId'),
    revisionId: field('revisionId'),
    start: field('start'),
    end: field('end'),
    quote: field('quote'),
    prefix: field('prefix'),
    suffix: field('suffix'),
    citation: field('citation'),
  })
  if (whole.success) return [whole.data]
  const words = field('quote')
  return typeof words === 'string' && words !== '' ? [memoQuote(lines(words, 0))] : []
}

function cleanList(node: unknown, level: number, depth: number): MemoList {
  const listType = propertyOf(node, 'listType') === 'number' ? 'number' : 'bullet'
  const start = propertyOf(node, 'start')
  const first = typeof start === 'number' && Number.isSafeInteger(start) && start > 0 ? start : 1
  const items: MemoListItem[] = []
  const add = (children: MemoListItem['children']): void => {
    items.push(memoListItem(children, first + items.length, level))
  }
  for (const item of childrenOf(node)) {
    const parts = propertyOf(item, 'type') === 'listitem' ? childrenOf(item) : [item]
    const below = parts.filter((part) => propertyOf(part, 'type') === 'list')
    const own = parts.filter((part) => !below.includes(part)).flatMap((part) => itemInlines(part, depth + 1))
    if (own.length > 0 || below.length === 0) add(own)
    if (depth > MAX_DEPTH) continue
    for (const inner of below) {
      if (level + 1 < MAX_LIST_DEPTH) add([cleanList(inner, level + 1, depth + 1)])
      else for (const drawn of cleanList(inner, level, depth + 1).children) add(drawn.children)
    }
  }
  return memoList(listType, items, first)
}

/** The words of whatever a list entry holds. */
function itemInlines(node: unknown, depth: number): MemoInline[] {
  return isBlock(node, depth) && depth <= MAX_DEPTH
    ? childrenOf(node).flatMap((child) => itemInlines(child, depth + 1))
    : cleanInline(node, depth)
}

function cleanInline(node: unknown, depth: number): MemoInline[] {
  if (depth > MAX_DEPTH) return []
  switch (propertyOf(node, 'type')) {
    case 'linebreak':
      return [{ type: 'linebreak', version: 1 }]
    case 'tab':
      return [tab(formatOf(node))]
    case 'text':
      return lines(textOf(node), formatOf(node), detailOf(node))
    case 'reference':
      return cleanReference(node)
    case 'link':
    case 'autolink': {
      const url = propertyOf(node, 'url')
      const children = childrenOf(node).flatMap((child) => cleanInline(child, depth + 1))
      const flat = children.flatMap((child): MemoLink['children'] => (child.type === 'link' ? child.children : [child]))
      return typeof url === 'string' && isAllowedUrl(url) && flat.length > 0 ? [memoLink(url, flat)] : flat
    }
    default: {
      const children = childrenOf(node)
      if (children.length > 0) return children.flatMap((child) => cleanInline(child, depth + 1))
      const words = textOf(node)
      return words === '' ? [] : lines(words, 0)
    }
  }
}

function cleanReference(node: unknown): MemoInline[] {
  const words = cleanWords(textOf(node)).replaceAll('\n', ' ')
  if (words === '') return []
  const target = referenceTargetSchema.safeParse(propertyOf(node, 'target'))
  const id = propertyOf(node, 'id')
  return target.success && typeof id === 'number' && Number.isSafeInteger(id) && id > 0
    ? [memoReference(target.data, id, words, formatOf(node))]
    : [memoText(words, formatOf(node))]
}

/** Words with line breaks and tabs as nodes of their own. */
function lines(raw: string, format: number, detail = 0): MemoInline[] {
  return cleanWords(raw)
    .split(/([\n\t])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return { type: 'linebreak', version: 1 }
      return part === '\t' ? tab(format) : { ...memoText(part, format), detail }
    })
}

function tab(format: number): MemoInline {
  return { type: 'tab', version: 1, detail: 2, format, mode: 'normal', style: '', text: '\t' }
}

/** LF line ends, and nothing that SQLite cannot keep. */
function cleanWords(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').toWellFormed()
}

function textOf(node: unknown): string {
  const text = propertyOf(node, 'text')
  return typeof text === 'string' ? text : ''
}

function formatOf(node: unknown): number {
  const format = propertyOf(node, 'format')
  return typeof format === 'number' && Number.isInteger(format) ? format & FORMATS : 0
}

function detailOf(node: unknown): number {
  const detail = propertyOf(node, 'detail')
  return typeof detail === 'number' && Number.isInteger(detail) ? detail & 3 : 0
}

function childrenOf(node: unknown): readonly unknown[] {
  const children = propertyOf(node, 'children')
  return Array.isArray(children) ? children : []
}

function propertyOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, name)
    ? (node as Record<string, unknown>)[name]
    : undefined
}
