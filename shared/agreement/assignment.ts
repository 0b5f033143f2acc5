/** The total cost of the cheapest way to give every row a column of its own; see `assignColumns`. */
export function cheapestAssignment(costs: readonly (readonly number[])[]): number {
  let total = 0
  assignColumns(costs).forEach((row, column) => {
    if (row !== -1) total += costs[row]![column]!
  })
  return total
}

/**
 * The cheapest way to give every row a column of its own: for each column its row, -1 where it has none. Costs are a table
 * with at least as many columns as rows. O(rows² · columns), by shortest augmenting paths with potentials. Source: Kuhn
 * 1955; Jonker & Volgenant 1987.
 */
export function assignColumns(costs: readonly (readonly number[])[]): Int32Array {
  const columns = costs[0]?.length ?? 0
  if (columns < costs.length) throw new RangeError(`${costs.length} rows for ${columns} columns`)
  const ofRow = new Float64Array(costs.length)
  const ofColumn = new Float64Array(columns)
  const rowOf = new Int32Array(columns).fill(-1)

  for (let row = 0; row < costs.length; row++) {
    const slack = new Float64Array(columns).fill(Infinity)
    const cameFrom = new Int32Array(columns).fill(-1)
    const isDone = new Uint8Array(columns)
    let at = row
    let last = -1
    // Grows a tree of tight edges from the row until it reaches a free column.
    for (;;) {
      let next = -1
      for (let column = 0; column < columns; column++) {
        if (isDone[column] === 1) continue
        const reduced = costs[at]![column]! - ofRow[at]! - ofColumn[column]!
        if (reduced < slack[column]!) {
          slack[column] = reduced
          cameFrom[column] = last
        }
        if (next === -1 || slack[column]! < slack[next]!) next = column
      }
      const step = slack[next]!
      ofRow[row]! += step
      for (let column = 0; column < columns; column++) {
        if (isDone[column] === 1) {
          ofRow[rowOf[column]!]! += step
          ofColumn[column]! -= step
        } else {
          slack[column]! -= step
        }
      }
      isDone[next] = 1
      last = next
      if (rowOf[next] === -1) break
      at = rowOf[next]!
    }
    for (let column = last; column !== -1;) {
      const before = cameFrom[column]!
      rowOf[column] = before === -1 ? row : rowOf[before]!
      column = before
    }
  }
  return rowOf
}
