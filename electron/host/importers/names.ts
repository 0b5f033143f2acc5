import { nameSchema } from '../../../shared/contract/values.ts'
import { previousGrapheme } from '../../../shared/text/graphemes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'

/** UTF-16 code units, the limit of `nameSchema`. */
const LONGEST = 500

/**
 * A name out of a file, made into one that the study takes: a single line without invisible direction marks; what is too
 * long is cut with a visible mark. null where nothing is left.
 */
export function asName(raw: string | null | undefined): string | null {
  if (raw == null) return null
  const short = raw.length <= LONGEST ? raw : `${raw.slice(0, previousGrapheme(raw, utf16(LONGEST)))}…`
  const name = nameSchema.safeParse(short)
  return name.success ? name.data : null
}
