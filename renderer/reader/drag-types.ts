import { z } from 'zod'
import { idSchema, rangeSchema } from '../../shared/contract/values.ts'

/** What is dragged between text and codebook: MIME types of our own, and what they carry as JSON. */

export const PASSAGE_TYPE = 'application/x-tianye-passage'
export const CODE_TYPE = 'application/x-tianye-code'

const passageSchema = z.strictObject({ documentId: idSchema, range: rangeSchema })
export type DraggedPassage = z.output<typeof passageSchema>

/** Reads what a drop carries; null for anything that is not a passage. */
export function passageFrom(json: string): DraggedPassage | null {
  return passageSchema.safeParse(parsed(json)).data ?? null
}

/** Reads the id of a dropped code; null for anything else. */
export function codeIdFrom(json: string): number | null {
  return idSchema.safeParse(parsed(json)).data ?? null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
