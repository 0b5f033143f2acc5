import type { BinaryTable, TwoWayTable } from './types.ts'

/** One category of a two-way table against all the others. */
export function oneVersusRest(table: TwoWayTable, category: number): BinaryTable {
  let both = 0
  let onlyFirst = 0
  let onlySecond = 0
  let neither = 0
  table.forEach((cells, first) => {
    cells.forEach((cell, second) => {
      if (first === category && second === category) both += cell
      else if (first === category) onlyFirst += cell
      else if (second === category) onlySecond += cell
      else neither += cell
    })
  })
  return { both, onlyFirst, onlySecond, neither }
}

/** As a table with the category applied first, not applied second. */
export function twoWay({ both, onlyFirst, onlySecond, neither }: BinaryTable): TwoWayTable {
  return [
    [both, onlyFirst],
    [onlySecond, neither],
  ]
}

export function binaryTotal({ both, onlyFirst, onlySecond, neither }: BinaryTable): number {
  return both + onlyFirst + onlySecond + neither
}
