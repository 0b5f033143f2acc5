import type { ReadableDb } from '../database/db.ts'
import { fail } from '../errors.ts'
import { codeLookup } from './code-lookup.ts'

/** What a coder decided an episode chiefly is: by dimension of the framework a code, sorted by dimension. */
export type Primaries = readonly (readonly [dimension: string, codeId: number])[]

/** The decisions on the episode `t` in SQL, written as `JSON.stringify` writes `Primaries`. */
export const PRIMARIES = `(SELECT json_group_array(json_array(p.dimension, p.code_id) ORDER BY p.dimension)
  FROM episode_primary p WHERE p.episode_id = t.id) AS primaries`

/** Between two decisions of one cell; a dimension and `=` must follow, for names of codes may hold a semicolon. */
const BETWEEN = /;\s*(?=[A-Za-z0-9_-]{1,40}=)/
const DECISION = /^([A-Za-z0-9_-]{1,40})=(.+)$/s

/** Reads `mobilization=M.R; participation=P.G`. Throws `bad_value`, `unknown_code`, `ambiguous_code`. */
export function primaryReader(db: ReadableDb): (written: string | null) => Primaries {
  let codeCalled: ReturnType<typeof codeLookup> | null = null
  return (written) => {
    if (written === null) return []
    const refuse = () => fail('bad_value', { column: 'primary', value: written })
    codeCalled ??= codeLookup(db)
    const found = new Map<string, number>()
    for (const part of written.split(BETWEEN)) {
      const [, dimension, code] = DECISION.exec(part.trim()) ?? []
      if (dimension === undefined || code === undefined || found.has(dimension)) refuse()
      else found.set(dimension, codeCalled(code.trim()).id)
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  }
}
