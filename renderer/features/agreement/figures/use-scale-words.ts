import type { AgreementSettings, CoefficientName } from '../../../../shared/contract/agreement-settings.ts'
import { SCALES } from '../../../../shared/agreement/scales.ts'
import type { Scale } from '../../../../shared/agreement/scales.ts'
import { useT } from '../../../i18n/i18n.ts'

export interface ScaleWords {
  /** Where each word begins; null where the scale does not speak of the coefficient. */
  readonly bands: { readonly lowest: string; readonly from: readonly { at: number; name: string }[] } | null
  /** Whose convention it is, and how to read it. */
  readonly note: string
}

/** Scales are made for coefficients that are corrected for chance. */
const CORRECTED: ReadonlySet<CoefficientName> = new Set(['kappa', 'alpha', 'ac1'])

/** A scale of interpretation in the interface language; null where none is asked for. */
export function useScaleWords(name: AgreementSettings['scale'], coefficient: CoefficientName): ScaleWords | null {
  const t = useT('agreement')
  if (name === null) return null
  const scale: Scale = SCALES[name]
  const { source, lowest } = scale
  if (!CORRECTED.has(coefficient)) return { bands: null, note: t('figures.scale.notFor', { source }) }
  const from = scale.bands.map(([at, band]) => ({ at, name: t(`figures.band.${band}`) }))
  const list = from.map(({ at, name: band }) => t('figures.scale.from', { at, band })).join(t('figures.comma'))
  return {
    bands: { lowest: t(`figures.band.${lowest}`), from },
    note: t('figures.scale.note', { source, list }),
  }
}
