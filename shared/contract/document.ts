import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { command, query } from './define.ts'
import { doneSchema, emptySchema, idSchema, languageTagSchema, layerSchema, nameSchema } from './values.ts'

/** Transcripts, their turns and speakers, and the cases and waves they belong to. */

export const documentRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  language: z.string(),
  parallelOf: idSchema.nullable(),
  villageId: idSchema.nullable(),
  village: z.string().nullable(),
  /** Respondents in the order they first speak. */
  respondents: z.array(z.strictObject({ caseId: idSchema, name: z.string(), role: z.string().nullable() })),
  waveId: idSchema.nullable(),
  wave: z.string().nullable(),
  interviewDate: z.string().nullable(),
  /** UTF-16 code units. */
  length: z.int(),
  turns: z.int(),
  /** Passages per coder (persons and consensus). */
  codings: z.array(z.strictObject({ coderId: idSchema, count: z.int() })),
  /** The coder whose rows the layer `study` reads here; null where none can be named. */
  studyCoderId: idSchema.nullable(),
})
export type DocumentRow = z.output<typeof documentRowSchema>

export const speakerKindSchema = z.enum(['interviewer', 'respondent', 'other'])
export type SpeakerKind = z.output<typeof speakerKindSchema>

export const speakerRowSchema = z.strictObject({
  id: idSchema,
  label: z.string(),
  kind: speakerKindSchema,
  caseId: idSchema.nullable(),
  caseName: z.string().nullable(),
  role: z.string().nullable(),
})
export type SpeakerRow = z.output<typeof speakerRowSchema>

export const turnRowSchema = z.strictObject({
  id: idSchema,
  ref: z.string(),
  start: utf16OffsetSchema,
  /** Where the speech begins, behind the label. */
  speechStart: utf16OffsetSchema,
  end: utf16OffsetSchema,
  speakerId: idSchema.nullable(),
})
export type TurnRow = z.output<typeof turnRowSchema>

export const caseRowSchema = z.strictObject({
  id: idSchema,
  parentId: idSchema.nullable(),
  kind: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  documents: z.int(),
})

export const document = {
  'document.list': query(emptySchema, z.strictObject({ documents: z.array(documentRowSchema) }), () => [
    'documents',
    'cases',
    'codings',
    'text',
    'coders',
  ]),
  /** The whole text with its turns and speakers; what the reader opens. */
  'document.open': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      id: idSchema,
      revisionId: idSchema,
      text: z.string(),
      language: z.string(),
      turns: z.array(turnRowSchema),
      speakers: z.array(speakerRowSchema),
      /** The other language versions of the same interview. */
      parallels: z.array(z.strictObject({ id: idSchema, language: z.string(), name: z.string() })),
    }),
    (input) => [`text:document/${input.id}`],
  ),
  /** Turn refs that carry codings of the layer in a parallel version of this interview. */
  'document.codedTurns': query(
    z.strictObject({ id: idSchema, layer: layerSchema }),
    z.strictObject({ turns: z.array(z.strictObject({ ref: z.string(), codeIds: z.array(idSchema) })) }),
    () => ['codings', 'documents'],
  ),
  /** Corrects what was recognised. Names make or find cases and waves. null empties, absent leaves. */
  'document.update': command(
    'documentUpdate',
    z.strictObject({
      id: idSchema,
      name: nameSchema.optional(),
      language: languageTagSchema.optional(),
      village: nameSchema.nullable().optional(),
      wave: nameSchema.nullable().optional(),
      interviewDate: z.iso.date().nullable().optional(),
      parallelOf: idSchema.nullable().optional(),
    }),
    doneSchema,
  ),
  /** Deletes transcripts with their turns, codings, episodes. The text itself stays for undo. */
  'document.delete': command('documentDelete', z.strictObject({ ids: z.array(idSchema).min(1).max(5000) }), doneSchema),
  'speaker.update': command(
    'speakerUpdate',
    z.strictObject({
      id: idSchema,
      label: nameSchema.optional(),
      kind: speakerKindSchema.optional(),
      /** Name of the person; made in the document's village if not there. */
      respondent: nameSchema.nullable().optional(),
      role: nameSchema.nullable().optional(),
    }),
    doneSchema,
  ),
  'case.list': query(emptySchema, z.strictObject({ cases: z.array(caseRowSchema) }), () => ['cases', 'documents']),
  'case.update': command(
    'caseUpdate',
    z.strictObject({ id: idSchema, name: nameSchema.optional(), role: nameSchema.nullable().optional() }),
    doneSchema,
  ),
} as const
