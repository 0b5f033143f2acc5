import { z } from 'zod'
import { command, query } from './define.ts'
import { emptySchema, idSchema } from './values.ts'

/** Who is to code which transcript, and the drawing of those that several code. */

const coderIdsSchema = z.array(idSchema).min(1).max(100)

/** Why a withdrawal leaves a record: what somebody began or finished is theirs to take back. */
export const keptSchema = z.strictObject({
  coderId: idSchema,
  documentId: idSchema,
  why: z.enum(['begun', 'finished']),
})
export type Kept = z.output<typeof keptSchema>

/** How many are drawn: a share of those that can be drawn, rounded up, or a number. */
export const drawAmountSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), percent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('number'), number: z.int().min(1).max(100_000) }),
])
export type DrawAmount = z.output<typeof drawAmountSchema>

export const drawSchema = z.strictObject({
  amount: drawAmountSchema,
  /** From all interviews, or from those that somebody has finished. Originals only. */
  from: z.enum(['all', 'finished']),
  /** Only from these villages (null: those without one); null: from all. */
  villageIds: z.array(idSchema.nullable()).min(1).max(10_000).nullable(),
  /** Leaves out what two persons already code or are to code. */
  skipDouble: z.boolean(),
  /** Who is to code what is drawn. */
  coderIds: coderIdsSchema,
  /** The same seed draws the same from the same interviews. */
  seed: z.int().min(0).max(0xffff_ffff),
})
export type Draw = z.output<typeof drawSchema>

/** Interviews of one village (null: of none) that could be drawn, and those that were. */
export const drawnStratumSchema = z.strictObject({
  village: z.string().nullable(),
  candidates: z.int(),
  drawn: z.array(z.string()),
})
export type DrawnStratum = z.output<typeof drawnStratumSchema>

/** A drawing as a methods section reports it: in words, so that it can still be read when names have changed. */
export const drawRecordSchema = z.strictObject({
  /** Milliseconds since 1970 UTC. */
  at: z.int(),
  by: z.string(),
  amount: drawAmountSchema,
  from: z.enum(['all', 'finished']),
  skipDouble: z.boolean(),
  seed: z.int(),
  coders: z.array(z.string()),
  /** Interviews in the chosen villages; of them, those that could be drawn. */
  interviews: z.int(),
  candidates: z.int(),
  strata: z.array(drawnStratumSchema),
})
export type DrawRecord = z.output<typeof drawRecordSchema>

export const assignment = {
  /**
   * Assigns transcripts to coders, or withdraws them. Assigning leaves what is assigned, begun or finished as it is;
   * withdrawing takes back only what has not been begun, and says what it kept. To begin, finish and reopen is each
   * one's own (`document.setState`). Errors: `coder_gone`, `assignment_consensus`, `assignment_begun` where nothing
   * could be withdrawn.
   */
  'assignment.set': command(
    'assignmentSet',
    z.strictObject({
      coderIds: coderIdsSchema,
      documentIds: z.array(idSchema).min(1).max(5000),
      state: z.literal('assigned').nullable(),
    }),
    z.strictObject({ changed: z.int(), kept: z.array(keptSchema) }),
  ),
  /** What a drawing would assign. Errors: `coder_gone`. */
  'assignment.drawPreview': query(
    drawSchema,
    z.strictObject({
      /** Interviews in the chosen villages; of them, those that could be drawn; and why the others could not. */
      interviews: z.int(),
      candidates: z.int(),
      notFinished: z.int(),
      double: z.int(),
      /** How many the amount asks for, at most all candidates. */
      size: z.int(),
      strata: z.array(drawnStratumSchema),
      /** Records that would be made: who has a drawn interview already keeps it. */
      assigned: z.int(),
      /** Drawn interviews that would still have one coder only. */
      alone: z.array(z.string()),
    }),
    () => ['documents', 'cases', 'codings', 'episodes', 'coders'],
  ),
  /** Draws, assigns and remembers how. Errors: `coder_gone`, `assignment_consensus`, `draw_empty`. */
  'assignment.draw': command(
    'assignmentDraw',
    drawSchema,
    z.strictObject({ documentIds: z.array(idSchema), of: z.int(), assigned: z.int() }),
  ),
  /** The drawings of this study, the newest first. */
  'assignment.draws': query(emptySchema, z.strictObject({ draws: z.array(drawRecordSchema) }), () => ['study']),
} as const
