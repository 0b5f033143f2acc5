import { seededRandom } from '../statistics/random.ts'
import { estimated, notEstimable } from './figure.ts'
import { bestDisorder } from './gamma-disorder.ts'
import type { GammaOptions } from './gamma-dissimilarity.ts'
import { shiftedContinuum } from './gamma-sampler.ts'
import type { Continuum, Figure, Value } from './types.ts'

export interface GammaSampling {
  /** Number of random continua the expected disorder is the mean of. */
  readonly samples: number
  readonly seed: number
}

export type Gamma = Figure & {
  readonly observedDisorder: number | null
  readonly expectedDisorder: number | null
  /** Printed with every γ: without them it cannot be repeated. */
  readonly sampling: GammaSampling & { readonly sampler: 'circular_shift' }
}

/**
 * γ of Mathet, Widlöcher & Métivier (2015) for one document: 1 − observed disorder over the mean disorder of random
 * continua, which are the coders' own annotations moved round the document. Units may overlap. Not estimable where no
 * unit was marked, where random continua show no disorder, and where an exact alignment is out of reach.
 */
export function gamma<V extends Value>(
  document: Continuum<V>,
  options: GammaOptions<V>,
  { samples, seed }: GammaSampling,
): Gamma {
  const sampling = { samples, seed, sampler: 'circular_shift' } as const
  const observed = bestDisorder(document.coders, options)
  if (observed.value === null) return { ...observed, observedDisorder: null, expectedDisorder: null, sampling }
  const random = seededRandom(seed)
  let sum = 0
  for (let sample = 0; sample < samples; sample++) {
    const disorder = bestDisorder(shiftedContinuum(document, random), options)
    // A random continuum can be empty where coders without units were drawn; it then says nothing against chance.
    if (disorder.reason === 'too_large') {
      return { ...disorder, observedDisorder: observed.value, expectedDisorder: null, sampling }
    }
    sum += disorder.value ?? 0
  }
  const expected = sum / samples
  return {
    ...gammaFrom(observed.value, expected),
    observedDisorder: observed.value,
    expectedDisorder: expected,
    sampling,
  }
}

/** γ from two disorders. */
export function gammaFrom(observedDisorder: number, expectedDisorder: number): Figure {
  return expectedDisorder === 0 ? notEstimable('no_variation') : estimated(1 - observedDisorder / expectedDisorder)
}
