import type { Framework } from './framework-schema.ts'

/**
 * The cell in which two categories meet; `first` and `second` are category ids of the framework's first and second
 * dimension. Null if one of them is missing or lies outside the grid.
 */
export function cellOf(framework: Framework, first: string | null, second: string | null): string | null {
  const [a, b] = framework.dimensions
  if (a === undefined || b === undefined || first === null || second === null) return null
  return framework.cells.find((cell) => cell.categories[a.id] === first && cell.categories[b.id] === second)?.id ?? null
}
