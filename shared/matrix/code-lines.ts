/** The lines of a matrix: one per code, and which lines a coding counts in. */
export interface CodeLines {
  readonly lines: readonly { readonly codeId: number; readonly depth: number }[]
  /** Code id → indices of the lines it counts in: its own, and with roll-up those of the codes above it. */
  readonly linesOf: ReadonlyMap<number, readonly number[]>
}

/** `codes` in tree order, parents before children. */
export function codeLines(
  codes: readonly { readonly id: number; readonly parentId: number | null }[],
  rollUp: boolean,
): CodeLines {
  const linesOf = new Map<number, readonly number[]>()
  const above = new Map<number, readonly number[]>()
  const lines = codes.map(({ id, parentId }, index) => {
    const path = [...(parentId === null ? [] : (above.get(parentId) ?? [])), index]
    above.set(id, path)
    linesOf.set(id, rollUp ? path : [index])
    return { codeId: id, depth: path.length - 1 }
  })
  return { lines, linesOf }
}
