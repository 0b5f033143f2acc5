import type { AgreementUnit } from '../../../shared/contract/agreement-settings.ts'

/** Whether units of this kind are rated code by code; passages and the continuum are matched and measured instead. */
export function isRated(unit: AgreementUnit): boolean {
  return unit !== 'spans' && unit !== 'continuum'
}
