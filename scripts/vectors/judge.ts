import { computeFields } from './compute.ts'
import type { Expected, Vector, VectorFile } from './vector-file.ts'

export type Verdict = 'reproduced' | 'differs' | 'not implemented' | 'not to be reproduced'

export interface Line {
  readonly id: string
  readonly field: string
  readonly verdict: Verdict
  /** What was expected and what came out, or why nothing did. */
  readonly detail: string
}

const DEFAULT_TOLERANCE = 1e-9

/** One line per expected field of every vector, in the order of the file. */
export function judge(file: VectorFile): Line[] {
  return file.vectors.flatMap((vector) => judgeVector(file, vector))
}

function judgeVector(file: VectorFile, vector: Vector): Line[] {
  const line = (expected: Expected, verdict: Verdict, detail = ''): Line => ({
    id: vector.id,
    field: expected.field,
    verdict,
    detail,
  })
  if (!vector.implement) return vector.expected.map((expected) => line(expected, 'not to be reproduced'))
  const dataset = file.datasets[vector.dataset]
  if (dataset === undefined) throw new Error(`${vector.id}: no data set ${vector.dataset}`)
  let fields: ReadonlyMap<string, number | null> | null
  try {
    fields = computeFields(vector.coefficient, dataset, vector.params)
  } catch (error) {
    return vector.expected.map((expected) => line(expected, 'differs', String(error)))
  }
  return vector.expected.map((expected) => {
    const value = fields?.get(expected.field)
    if (value === undefined) return line(expected, 'not implemented')
    const missed = firstMissed(expected, value)
    return missed === null
      ? line(expected, 'reproduced')
      : line(expected, 'differs', `expected ${missed}, got ${value}`)
  })
}

/** The first expectation that the value does not meet, in words; null where it meets all. */
function firstMissed(expected: Expected, value: number | null): string | null {
  const { published, derived, high_precision: precise, range, decimals } = expected
  // Half of the last printed digit, and a little for what binary fractions do to a five at its end.
  const printed = decimals === undefined ? DEFAULT_TOLERANCE : 0.5 * 10 ** -decimals + 1e-12
  const tolerance = expected.tolerance ?? printed
  if (published !== undefined && !isNear(value, published, tolerance)) return `${published} ± ${tolerance}`
  if (derived !== undefined && !isNear(value, derived, tolerance)) return `${derived} ± ${tolerance}`
  const fine = expected.hp_tolerance ?? DEFAULT_TOLERANCE
  if (precise !== undefined && !isNear(value, precise, fine)) return `${precise} ± ${fine}`
  if (range !== undefined && (value === null || value < range[0] || value > range[1])) return range.join(' to ')
  return null
}

function isNear(value: number | null, target: number | null, tolerance: number): boolean {
  if (value === null || target === null) return value === target
  return Math.abs(value - target) <= tolerance
}
