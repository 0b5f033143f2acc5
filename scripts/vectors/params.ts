import { z } from 'zod'
import {
  identityWeights,
  linearWeights,
  ordinalWeights,
  quadraticWeights,
  scoresOf,
} from '../../shared/agreement/weights.ts'
import type { Value, Weights } from '../../shared/agreement/types.ts'

export type Params = Readonly<Record<string, unknown>>

const matrix = z.array(z.array(z.number()))
const metric = z.enum(['nominal', 'ordinal', 'interval', 'ratio'])
const setMetric = z.enum(['exact', 'nominal', 'jaccard', 'dice', 'masi'])

export function levelOf(params: Params): number {
  return z.number().default(0.95).parse(params.level)
}

/** The weights named or given; null for a name that is not known. */
export function weightsOf(params: Params, values: readonly Value[]): Weights | null {
  const given = matrix.safeParse(params.weights)
  if (given.success) return given.data
  switch (params.weights) {
    case undefined:
    case 'identity':
    case 'unweighted':
      return identityWeights(values.length)
    case 'linear':
      return linearWeights(scoresOf(values))
    case 'quadratic':
      return quadraticWeights(scoresOf(values))
    case 'ordinal':
      return ordinalWeights(values.length)
    default:
      return null
  }
}

/** Krippendorff's metric; null for one that is not known. */
export function metricOf(params: Params): z.infer<typeof metric> | null {
  return metric.safeParse(params.metric ?? 'nominal').data ?? null
}

/** The distance of sets; null for one that is not known. */
export function setMetricOf(params: Params): Exclude<z.infer<typeof setMetric>, 'nominal'> | null {
  const known = setMetric.safeParse(params.metric ?? 'exact').data ?? null
  return known === 'nominal' ? 'exact' : known
}

export function numberParam(params: Params, name: string, ifAbsent: number): number {
  return z.number().default(ifAbsent).parse(params[name])
}

export function valueParam(params: Params, name: string): Value | null {
  return z.union([z.string(), z.number()]).safeParse(params[name]).data ?? null
}

export function matrixParam(params: Params, name: string): number[][] | null {
  return matrix.safeParse(params[name]).data ?? null
}
