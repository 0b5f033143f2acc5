import { z } from 'zod'

/**
 * What a memo says: the JSON of the editor (Lexical), cut down to what Tianye knows. The same schema is asked before a
 * memo is written and after it is read, so nothing else is ever stored, shown or exported: no scripts, no styles, no
 * pictures, no links but https and mailto.
 *
 * A quotation of a transcript (`passage`) keeps its words, a little of what stood around them and where that was. It
 * names no coding: codings are moved, merged and removed, and what was quoted stays quoted. The place is found again by
 * the words (`locatePassage`).
 */

/** UTF-16 code units of a whole body as JSON. */
export const MAX_MEMO = 1_000_000
/** Lists within lists; deeper ones are drawn up. */
export const MAX_LIST_DEPTH = 8
/** UTF-16 code units of a quoted passage. */
export const MAX_QUOTE = 20_000
const MAX_CHILDREN = 20_000

export const BOLD = 1
export const ITALIC = 2
export const STRIKE = 4
export const UNDERLINE = 8
export const FORMATS = BOLD | ITALIC | STRIKE | UNDERLINE

/** What SQLite and every other reader keeps as it is. */
const wordsSchema = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'))
const lineSchema = wordsSchema.max(1_000)

const version = z.literal(1)
const offset = z.int().min(0)
const id = z.int().positive()

const inText = {
  version,
  detail: z.int().min(0).max(3),
  format: z.int().min(0).max(FORMATS),
  style: z.literal(''),
  text: wordsSchema,
}
const element = { version, direction: z.literal(null), format: z.literal(''), indent: z.literal(0) }

const textSchema = z.strictObject({ type: z.literal('text'), mode: z.literal('normal'), ...inText })
const tabSchema = z.strictObject({
  type: z.literal('tab'),
  mode: z.literal('normal'),
  ...inText,
  text: z.literal('\t'),
})
const lineBreakSchema = z.strictObject({ type: z.literal('linebreak'), version })

export const referenceTargetSchema = z.enum(['code', 'case', 'document', 'coding', 'episode', 'memo'])
/** A mention of an object of the study, by id, with its name when it was written. */
const referenceSchema = z.strictObject({
  type: z.literal('reference'),
  mode: z.literal('token'),
  ...inText,
  target: referenceTargetSchema,
  id,
})

const inLink = z.discriminatedUnion('type', [textSchema, tabSchema, lineBreakSchema, referenceSchema])
const linkSchema = z.strictObject({
  type: z.literal('link'),
  ...element,
  url: z.string().refine(isAllowedUrl),
  rel: z.literal(null),
  target: z.literal(null),
  title: z.literal(null),
  children: z.array(inLink).max(MAX_CHILDREN),
})

const inlineSchema = z.discriminatedUnion('type', [textSchema, tabSchema, lineBreakSchema, referenceSchema, linkSchema])
const inlines = z.array(inlineSchema).max(MAX_CHILDREN)

const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  ...element,
  textFormat: z.int().min(0).max(FORMATS),
  textStyle: z.literal(''),
  children: inlines,
})
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  ...element,
  tag: z.enum(['h1', 'h2', 'h3']),
  children: inlines,
})
const quoteSchema = z.strictObject({ type: z.literal('quote'), ...element, children: inlines })

/** A quoted stretch of a transcript, as it was when it was quoted. Offsets are UTF-16 code units, half-open. */
export const passageSchema = z.strictObject({
  type: z.literal('passage'),
  version,
  documentId: id,
  revisionId: id,
  start: offset,
  end: offset,
  quote: wordsSchema.min(1).max(MAX_QUOTE),
  /** What stood before and behind it: tells equal words apart. */
  prefix: wordsSchema.max(100),
  suffix: wordsSchema.max(100),
  /** Transcript, turn, village, as they were called: `F5 2023 · T02 · SP 石坡`. */
  citation: lineSchema,
})

export interface MemoListItem {
  type: 'listitem'
  version: 1
  direction: null
  format: ''
  /** How deep the list lies, 0 at the top. */
  indent: number
  value: number
  children: (MemoInline | MemoList)[]
}
export interface MemoList {
  type: 'list'
  version: 1
  direction: null
  format: ''
  indent: 0
  listType: 'bullet' | 'number'
  tag: 'ul' | 'ol'
  start: number
  children: MemoListItem[]
}

/** Level by level instead of recursive: no input can be too deep to be looked at. */
function listSchemaAt(depth: number): z.ZodType<MemoList> {
  const inner = depth + 1 < MAX_LIST_DEPTH ? z.union([inlineSchema, listSchemaAt(depth + 1)]) : inlineSchema
  const item = z.strictObject({
    ...element,
    type: z.literal('listitem'),
    indent: z.literal(depth),
    value: z.int().min(1),
    children: z.array(inner).max(MAX_CHILDREN),
  })
  return z
    .strictObject({
      ...element,
      type: z.literal('list'),
      listType: z.enum(['bullet', 'number']),
      tag: z.enum(['ul', 'ol']),
      start: z.int().min(1),
      children: z.array(item).max(MAX_CHILDREN),
    })
    .refine((list) => (list.listType === 'bullet') === (list.tag === 'ul'))
}

const blockSchema = z.union([
  z.discriminatedUnion('type', [paragraphSchema, headingSchema, quoteSchema, passageSchema]),
  listSchemaAt(0),
])

export const memoBodySchema = z
  .strictObject({
    root: z.strictObject({
      ...element,
      type: z.literal('root'),
      children: z.array(blockSchema).max(MAX_CHILDREN),
    }),
  })
  .refine((body) => JSON.stringify(body).length <= MAX_MEMO, 'too long')

export type MemoBody = z.output<typeof memoBodySchema>
export type MemoBlock = MemoBody['root']['children'][number]
export type MemoInline = z.output<typeof inlineSchema>
export type MemoText = z.output<typeof textSchema>
export type MemoLink = z.output<typeof linkSchema>
export type MemoReference = z.output<typeof referenceSchema>
export type MemoPassage = z.output<typeof passageSchema>
export type ReferenceTarget = z.output<typeof referenceTargetSchema>

/** Links lead to web pages over TLS and to mail addresses, nowhere else. */
export function isAllowedUrl(url: string): boolean {
  return url.length <= 2_048 && /^(?:https:\/\/[^\s/?#"'<>\\]|mailto:[^\s"'<>\\])[^\s"<>\\]*$/iu.test(url)
}

/** A body from its stored text; null where it is not one that Tianye writes. Never throws. */
export function parseMemoBody(stored: string): MemoBody | null {
  if (stored.length > MAX_MEMO) return null
  try {
    return memoBodySchema.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}
