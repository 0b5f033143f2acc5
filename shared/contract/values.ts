import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'

/** Values that several domains of the contract share. */

export const idSchema = z.int().positive()

/** Interface and codebook languages are BCP 47 tags; Tianye's own interface speaks the first two. */
export const interfaceLanguageSchema = z.enum(['en', 'zh-CN'])
export type InterfaceLanguage = z.output<typeof interfaceLanguageSchema>
export const languageTagSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)

/**
 * A name as people type it: one line, trimmed, at most 500 UTF-16 code units, no control characters and none of the
 * invisible direction marks that make two different names look the same.
 */
export const nameSchema = z
  .string()
  .transform((raw) =>
    raw
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim(),
  )
  .pipe(z.string().min(1).max(500))

/** Longer text typed by people: definitions, notes. LF line ends, no NUL. */
export const proseSchema = z
  .string()
  .max(100_000)
  .transform((raw) => raw.replace(/\r\n?/g, '\n').replaceAll('\u0000', '\ufffd'))

export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/)

/** A range of one document's text: UTF-16 code units, half-open. */
export const rangeSchema = z.strictObject({ start: utf16OffsetSchema, end: utf16OffsetSchema })

export const polaritySchema = z.enum(['affirmed', 'negated', 'hypothetical'])
export const evidenceSchema = z.enum(['self', 'other', 'hearsay'])
export type Polarity = z.output<typeof polaritySchema>
export type EvidenceKind = z.output<typeof evidenceSchema>

/**
 * What an analysis reads (DESIGN 5): one person's rows, or `study`, where each document contributes one person's rows
 * (consensus where adjudicated, else its coder of record). Layers never add up.
 */
export const layerSchema = z.union([z.literal('study'), idSchema])
export type Layer = z.output<typeof layerSchema>

/** Which language versions an analysis reads: the originals, or the versions in one language. Never both. */
export const versionSchema = z.union([z.literal('originals'), languageTagSchema])

/** A message for the user: a key of the language files with its parameters, never a sentence. */
export const messageSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Message = z.output<typeof messageSchema>

/** Opaque ticket for a file that the user picked; issued by main or the host, never a path. */
export const fileHandleSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

export const emptySchema = z.strictObject({})
export const doneSchema = z.strictObject({})
