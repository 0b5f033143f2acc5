import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { command, query } from './define.ts'
import {
  doneSchema,
  emptySchema,
  idSchema,
  languageTagSchema,
  layerSchema,
  messageSchema,
  nameSchema,
} from './values.ts'

/** Transcripts, their turns and speakers, and the cases and waves they belong to. */

/** How far a coder is with a document. Who has nothing there, and no assignment, has not started. */
export const workStateSchema = z.enum(['assigned', 'in_progress', 'finished'])
export type WorkState = z.output<typeof workStateSchema>

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
  /** How far each coder is who has begun, or is to; a document in which one has coded is in progress. */
  states: z.array(z.strictObject({ coderId: idSchema, state: workStateSchema })),
  /** The coder whose rows the layer `study` reads here; null where none can be named. */
  studyCoderId: idSchema.nullable(),
  /** Coders who work here, or are to, and whose work is hidden from who asks (blind coding). */
  hiddenCoderIds: z.array(idSchema),
})
export type DocumentRow = z.output<typeof documentRowSchema>

/** What of a row changes while one codes; it travels with the change, so that the list is not asked for again. */
export const documentWorkSchema = documentRowSchema.pick({
  id: true,
  codings: true,
  states: true,
  studyCoderId: true,
  hiddenCoderIds: true,
})
export type DocumentWork = z.output<typeof documentWorkSchema>

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
  /** Interviews: of a village all of its own, of a household those of its members. Not their language versions. */
  documentIds: z.array(idSchema),
  /** Attribute values known of it. */
  attributes: z.int(),
})
export type CaseRow = z.output<typeof caseRowSchema>

export const document = {
  'document.list': query(emptySchema, z.strictObject({ documents: z.array(documentRowSchema) }), () => [
    'documents',
    'cases',
    'codings',
    'episodes',
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
    }),
    (input) => [`text:document/${input.id}`],
  ),
  /** The turns of a transcript whose speech carries codings of the layer, in order: where it is, and its codes. */
  'document.codedTurns': query(
    z.strictObject({ id: idSchema, layer: layerSchema }),
    z.strictObject({
      turns: z.array(
        z.strictObject({
          ref: z.string(),
          start: utf16OffsetSchema,
          end: utf16OffsetSchema,
          codeIds: z.array(idSchema),
        }),
      ),
    }),
    (input) => [`codings:document/${input.id}`, `text:document/${input.id}`, 'documents'],
  ),
  /** What linking two transcripts would do, before one does it. */
  'document.linkPreview': query(
    z.strictObject({ id: idSchema, originalId: idSchema }),
    z.strictObject({
      /** Why they cannot be linked: an error of `document.link`. */
      obstacle: messageSchema.nullable(),
      /** Turns of each, and how many references both have. */
      turns: z.strictObject({ own: z.int(), original: z.int(), shared: z.int() }),
      /** What the transcript has of its own and the original has otherwise: it goes, for the original's stand. */
      dropped: z.strictObject({
        village: z.string().nullable(),
        wave: z.string().nullable(),
        interviewDate: z.string().nullable(),
        respondents: z.array(z.string()),
      }),
    }),
    () => ['documents', 'cases', 'text'],
  ),
  /**
   * Makes a transcript another language version of an original: the interview then counts once, and wave, date, village
   * and respondents are the original's. Errors: `parallel_of_itself`, `parallel_same_language`, `parallel_chain`.
   */
  'document.link': command('documentLink', z.strictObject({ id: idSchema, originalId: idSchema }), doneSchema),
  /**
   * Makes a language version an interview of its own, which counts for itself. It keeps what it showed: the original's
   * wave, date, village and respondents. Errors: `not_a_version`.
   */
  'document.unlink': command('documentUnlink', z.strictObject({ id: idSchema }), doneSchema),
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
    }),
    doneSchema,
  ),
  /** The same village or wave for several; of a language version, its original's. */
  'document.updateMany': command(
    'documentUpdateMany',
    z.strictObject({
      ids: z.array(idSchema).min(1).max(5000),
      village: nameSchema.nullable().optional(),
      wave: nameSchema.nullable().optional(),
    }),
    doneSchema,
  ),
  /**
   * Says how far the current coder is; null takes the assignment back. The first who finishes a document becomes its
   * coder of record, whose rows the layer `study` reads.
   */
  'document.setState': command(
    'documentSetState',
    z.strictObject({ ids: z.array(idSchema).min(1).max(5000), state: workStateSchema.nullable() }),
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
  'case.list': query(emptySchema, z.strictObject({ cases: z.array(caseRowSchema) }), () => [
    'cases',
    'documents',
    'text',
  ]),
  'case.update': command(
    'caseUpdate',
    z.strictObject({ id: idSchema, name: nameSchema.optional(), role: nameSchema.nullable().optional() }),
    doneSchema,
  ),
} as const
