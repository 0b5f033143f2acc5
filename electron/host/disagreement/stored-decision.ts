import { z } from 'zod'
import { disagreementKindSchema, verdictSchema, type Verdict } from '../../../shared/contract/disagreement.ts'

/**
 * What a decision was about, as its column `kind` keeps it, so that it is found again after undo, correction and in
 * another copy of the study: codes by their guids, places from its own beginning. Its own place moves with corrections; a
 * correction inside it changes its length, and then the places inside say nothing any more.
 */
const sideSchema = z.strictObject({
  /** Guid; null: an episode. */
  code: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  /** What was said beside the code (of an episode: about what it is, and its main codes); empty: nothing. */
  says: z.string(),
})
export const subjectSchema = z.strictObject({
  kind: disagreementKindSchema,
  length: z.int(),
  a: sideSchema.nullable(),
  b: sideSchema.nullable(),
  /** Of a new passage: where it is and with which codes; in bringing it to another copy, all else can be worked out. */
  span: z.strictObject({ start: z.int(), end: z.int(), codes: z.array(z.string()) }).optional(),
  /** Whose attributes it got, where that was said. */
  attributesOf: z.enum(['a', 'b']).optional(),
})
export type SubjectSide = z.output<typeof sideSchema>
export type Subject = z.output<typeof subjectSchema>

export interface StoredDecision {
  readonly id: number
  readonly documentId: number
  readonly start: number
  readonly end: number
  /** As it is stored. */
  readonly kind: string
  /** null: not written by Tianye. */
  readonly subject: Subject | null
  readonly verdict: Verdict
  readonly note: string
  readonly aId: number | null
  readonly bId: number | null
  /** Who decided. */
  readonly coderId: number
  readonly at: number
}

export function readDecision({
  verdict,
  ...row
}: Omit<StoredDecision, 'subject' | 'verdict'> & { verdict: string }): StoredDecision {
  return { ...row, subject: subjectOf(row.kind), verdict: verdictSchema.catch('open').parse(verdict) }
}

function subjectOf(kind: string): Subject | null {
  try {
    return subjectSchema.nullable().catch(null).parse(JSON.parse(kind))
  } catch {
    return null
  }
}

/** The same decision, said of its coders the other way round. */
export function swapped(decision: StoredDecision): StoredDecision {
  const { subject, aId, bId } = decision
  return {
    ...decision,
    aId: bId,
    bId: aId,
    subject: subject && {
      ...subject,
      a: subject.b,
      b: subject.a,
      ...(subject.attributesOf !== undefined && { attributesOf: swappedSide(subject.attributesOf) }),
    },
    verdict: swappedVerdict(decision.verdict),
  }
}

export function swappedVerdict(verdict: Verdict): Verdict {
  return verdict === 'a' ? 'b' : verdict === 'b' ? 'a' : verdict
}

export function swappedSide(side: 'a' | 'b'): 'a' | 'b' {
  return side === 'a' ? 'b' : 'a'
}
