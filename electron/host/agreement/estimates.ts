import type { AgreementEstimate, AgreementFigure } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import type { BootstrapInterval } from '../../../shared/agreement/cluster-bootstrap.ts'
import { confidenceInterval } from '../../../shared/agreement/confidence-interval.ts'
import type { Estimate, Figure } from '../../../shared/agreement/types.ts'

/** A figure by itself: coefficients carry more than goes out. */
export function figureOf({ value, reason }: Figure): AgreementFigure {
  return { value, reason }
}

/** With the interval that the settings ask for, as far as the figure has one. */
export function estimateOf(
  estimate: Figure & Partial<Estimate>,
  settings: AgreementSettings,
  bootstrap: BootstrapInterval | null,
): AgreementEstimate {
  const figure = figureOf(estimate)
  const none = { ...figure, low: null, high: null, undefinedReplicates: null }
  const { method, level } = settings.interval
  if (figure.value === null) return none
  if (method === 'bootstrap' && bootstrap !== null) return { ...figure, ...bootstrap }
  const { standardError, units } = estimate
  // Characters depend on their neighbours: errors that take them for independent are far too small.
  if (method !== 'analytic' || settings.unit === 'character' || standardError === undefined || units === undefined)
    return none
  const interval = confidenceInterval({ value: figure.value, reason: null, standardError, units }, level)
  return interval === null ? none : { ...none, ...interval }
}
