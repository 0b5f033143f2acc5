import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { codeLines } from '../../../shared/matrix/code-lines.ts'
import { codeTree } from '../code-rows.ts'
import type { ReadableDb } from '../database/db.ts'
import { fail } from '../errors.ts'

/** Which codes an analysis has rows for, and where a passage of any code counts. */
export interface CodeScheme {
  readonly rows: readonly { readonly codeId: number; readonly depth: number }[]
  readonly rowIds: readonly number[]
  /** The rows in which a passage of the code counts: its own, and with roll-up those of the codes above it. */
  rowsOf(codeId: number): readonly number[]
  /** The one row it stands for where codes are compared with each other: the nearest; null: it is not analysed. */
  rowOf(codeId: number): number | null
  /** Row ids directly below a code, in the codebook's order. */
  childrenOf(codeId: number): readonly number[]
  /** The row, among `rows`, that a code is or lies below, whatever the roll-up; null where there is none. */
  within(codeId: number, rows: ReadonlySet<number>): number | null
}

/** Throws `agreement_no_codes` where no code is left to compare. */
export function codeScheme(
  db: ReadableDb,
  { codeIds, rollUp, depth }: Pick<AgreementSettings, 'codeIds' | 'rollUp' | 'depth'>,
): CodeScheme {
  const tree = codeTree(db)
  const { lines, linesOf } = codeLines(tree, true)
  const asked = codeIds === null ? null : new Set(codeIds)
  const isRow = (line: number) => {
    const { codeId, depth: at } = lines[line]!
    return (asked === null || asked.has(codeId)) && (depth === null || at < depth)
  }
  const rows = lines.filter((_, line) => isRow(line))
  if (rows.length === 0) fail('agreement_no_codes')
  // From the top down; the last is the code itself.
  const pathOf = (codeId: number) => linesOf.get(codeId) ?? []
  const rowsOf = new Map(
    tree.map(({ id }) => [
      id,
      (rollUp ? pathOf(id) : pathOf(id).slice(-1)).filter(isRow).map((line) => lines[line]!.codeId),
    ]),
  )
  const known = new Set(rows.map(({ codeId }) => codeId))
  return {
    rows,
    rowIds: rows.map(({ codeId }) => codeId),
    rowsOf: (codeId) => rowsOf.get(codeId) ?? [],
    rowOf: (codeId) => rowsOf.get(codeId)?.at(-1) ?? null,
    childrenOf: (codeId) => tree.filter(({ id, parentId }) => parentId === codeId && known.has(id)).map(({ id }) => id),
    within: (codeId, among) => {
      const line = pathOf(codeId).findLast((at) => among.has(lines[at]!.codeId))
      return line === undefined ? null : lines[line]!.codeId
    },
  }
}
