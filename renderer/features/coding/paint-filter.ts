import { z } from 'zod'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { idSchema, polaritySchema } from '../../../shared/contract/values.ts'

/** What of the codings is painted. What is hidden is neither in the text nor in the margin; it stays in every count. */
export const paintFilterSchema = z.strictObject({
  hiddenCoders: z.array(idSchema),
  /** Each with all codes below it. */
  hiddenCodes: z.array(idSchema),
  hiddenPolarities: z.array(polaritySchema),
  /** Nothing but this code and those below it. */
  onlyCodeId: idSchema.nullable(),
})
export type PaintFilter = z.output<typeof paintFilterSchema>

export const PAINT_ALL: PaintFilter = { hiddenCoders: [], hiddenCodes: [], hiddenPolarities: [], onlyCodeId: null }

export function isFiltering(filter: PaintFilter): boolean {
  const { hiddenCoders, hiddenCodes, hiddenPolarities, onlyCodeId } = filter
  return hiddenCoders.length + hiddenCodes.length + hiddenPolarities.length > 0 || onlyCodeId !== null
}

/** Whether a coding is painted; one look-up per coding, however large the codebook. Codes that are gone hide nothing. */
export function painted(
  filter: PaintFilter,
  codes: readonly Pick<CodeRow, 'id' | 'parentId'>[],
): (coding: Pick<CodingRow, 'codeId' | 'coderId' | 'polarity'>) => boolean {
  if (!isFiltering(filter)) return () => true
  const coders = new Set(filter.hiddenCoders)
  const polarities = new Set(filter.hiddenPolarities)
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]))
  const hidden = new Set(filter.hiddenCodes)
  const only = filter.onlyCodeId !== null && parents.has(filter.onlyCodeId) ? filter.onlyCodeId : null
  const shown = new Set(
    codes.flatMap(({ id }) => {
      const line = lineOf(id, parents)
      return (only === null || line.includes(only)) && !line.some((one) => hidden.has(one)) ? [id] : []
    }),
  )
  return ({ codeId, coderId, polarity }) =>
    !coders.has(coderId) && !polarities.has(polarity) && (shown.has(codeId) || !parents.has(codeId))
}

/** A code and all above it. */
function lineOf(id: number, parents: ReadonlyMap<number, number | null>): number[] {
  const line: number[] = []
  for (let at: number | null = id; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at)
  return line
}

/** The list with the value in it, or without. */
export function toggled<T>(list: readonly T[], value: T, isIn: boolean): T[] {
  return isIn ? [...new Set([...list, value])] : list.filter((one) => one !== value)
}
