import type { InterfaceLanguage } from '../../shared/contract/values.ts'

/** How numbers are written. The places are those that a few interviews can bear. */

/** A share as whole percent. Some but less than half a percent is `<1%`, nearly all `>99%`: 0% and 100% mean none and all. */
export function shareText(share: number, language: InterfaceLanguage): string {
  const percent = Math.round(share * 100)
  const sign = share > ROUNDING && percent === 0 ? '<' : share < 1 - ROUNDING && percent === 100 ? '>' : ''
  return sign + numberFormat(language, { style: 'percent' }).format(sign === '<' ? 0.01 : sign === '>' ? 0.99 : share)
}

/** What arithmetic leaves behind of a true 0 or 1. */
const ROUNDING = 1e-9

/** An index between 0 and 1, with two decimals. */
export function indexText(index: number, language: InterfaceLanguage): string {
  return numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(index)
}

/** A difference of two indices, always with its sign; a true minus, so that it is as wide as the plus. */
export function differenceText(difference: number, language: InterfaceLanguage): string {
  const options = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const
  return numberFormat(language, options).format(difference).replace('-', '−')
}

/** The distance of two shares in percentage points, without a unit. */
export function pointsText(difference: number, language: InterfaceLanguage): string {
  return numberFormat(language, { maximumFractionDigits: 0 }).format(difference * 100)
}

/** A number of things, grouped by thousands; at most one decimal (effective respondents). */
export function countText(count: number, language: InterfaceLanguage): string {
  return numberFormat(language, { maximumFractionDigits: 1 }).format(count)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making one takes longer than formatting a thousand numbers. */
function numberFormat(language: InterfaceLanguage, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options)
  formats.set(key, known)
  return known
}
