import { z } from 'zod'
import { colourSchema, evidenceSchema, polaritySchema } from '../../../shared/contract/values.ts'
import { validateFramework } from '../../../shared/framework/validate-framework.ts'
import { parseMemoBody } from '../../../shared/memo/memo-body.ts'
import type { LoggedTable } from '../database/schema.ts'
import type { Row } from './references.ts'

/** What rows of somebody else's file may say. The file was made elsewhere: nothing in it is taken on trust. */

const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes('\0'))
const name = words(2_000)
const prose = words(100_000)
const id = z.int().positive()
const moment = z.int().min(0)
const offset = z.int().min(0)
const flag = z.union([z.literal(0), z.literal(1)])
const memoBody = z.string().refine((body) => parseMemoBody(body) !== null)
const position = z.int()

function isFramework(body: string): boolean {
  try {
    return validateFramework(JSON.parse(body)).ok
  } catch {
    return false
  }
}

const row = { id, guid: z.string().regex(/^[0-9A-Za-z._:-]{1,100}$/) }
const placed = { document_id: id, start: offset, end: offset }

const SCHEMAS: Partial<Record<LoggedTable, z.ZodType>> = {
  coder: z.strictObject({ ...row, name, initials: name, colour: words(30), kind: z.literal('person') }),
  wave: z.strictObject({ ...row, name, position, from_date: name.nullable(), to_date: name.nullable() }),
  case_unit: z.strictObject({
    ...row,
    parent_id: id.nullable(),
    kind: name,
    name,
    role: name.nullable(),
    sort_key: position,
  }),
  affair: z.strictObject({ ...row, case_id: id.nullable(), name }),
  code: z.strictObject({
    ...row,
    parent_id: id.nullable(),
    label: name.nullable(),
    colour: colourSchema,
    shortcut: name.nullable(),
    codable: flag,
    sort_key: position,
    proposed_by: id.nullable(),
    redefined_at: moment.nullable(),
  }),
  code_text: z.strictObject({
    ...row,
    code_id: id,
    language: name,
    name,
    definition: prose,
    include: prose,
    exclude: prose,
    example: prose,
  }),
  framework: z.strictObject({ ...row, name, body: z.string().refine(isFramework) }),
  document: z.looseObject({ ...row, name, language: name, wave_id: id.nullable(), interview_date: name.nullable() }),
  speaker: z.strictObject({
    ...row,
    document_id: id,
    label: name,
    kind: z.enum(['interviewer', 'respondent', 'other']),
    case_id: id.nullable(),
    role: name.nullable(),
  }),
  case_span: z.strictObject({
    ...row,
    case_id: id,
    document_id: id,
    start: offset.nullable(),
    end: offset.nullable(),
  }),
  attribute: z.strictObject({
    ...row,
    name,
    type: z.enum(['text', 'number', 'date', 'choice', 'boolean']),
    owner_kind: name,
  }),
  attribute_value: z.strictObject({
    ...row,
    attribute_id: id,
    case_id: id.nullable(),
    document_id: id.nullable(),
    value: prose,
  }),
  decision: z.strictObject({
    ...row,
    ...placed,
    kind: name,
    verdict: name,
    note: prose,
    coder_a_id: id.nullable(),
    coder_b_id: id.nullable(),
    coder_id: id,
    at: moment,
  }),
  coding: z.strictObject({
    ...row,
    ...placed,
    code_id: id,
    coder_id: id,
    polarity: polaritySchema,
    evidence: evidenceSchema,
    actor: name.nullable(),
    referent_case_id: id.nullable(),
    affair_id: id.nullable(),
    event_time: name.nullable(),
    certainty: z.int().min(1).max(3).nullable(),
    quote_hash: name,
    decision_id: id.nullable(),
    created_at: moment,
    modified_at: moment,
  }),
  episode: z.strictObject({
    ...row,
    ...placed,
    coder_id: id,
    affair_id: id.nullable(),
    event_time: name.nullable(),
    decision_id: id.nullable(),
  }),
  episode_primary: z.strictObject({ ...row, episode_id: id, dimension: name, code_id: id }),
  memo: z.strictObject({
    ...row,
    meta_id: id.nullable(),
    document_id: id.nullable(),
    case_id: id.nullable(),
    code_id: id.nullable(),
    coding_id: id.nullable(),
    episode_id: id.nullable(),
    kind: name,
    title: name,
    body: memoBody,
    plain: z.string(),
    coder_id: id,
    created_at: moment,
    modified_at: moment,
  }),
  summary: z.strictObject({
    ...row,
    case_id: id,
    code_id: id.nullable(),
    category: name.nullable(),
    body: memoBody,
    plain: z.string(),
    coder_id: id,
    modified_at: moment,
  }),
  summary_coding: z.strictObject({ ...row, summary_id: id, coding_id: id }),
  assignment: z.strictObject({
    ...row,
    coder_id: id,
    document_id: id,
    state: z.enum(['assigned', 'in_progress', 'finished']),
    at: moment,
  }),
}

/** Whether the row is one that Tianye could have written into this table. */
export function isSoundRow(table: LoggedTable, candidate: Row): boolean {
  const schema = SCHEMAS[table]
  if (schema === undefined || !schema.safeParse(candidate).success) return false
  const { start, end } = candidate
  return typeof start === 'number' && typeof end === 'number' ? start <= end : (start ?? null) === (end ?? null)
}
