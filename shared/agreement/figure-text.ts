import type { CoefficientName } from '../contract/agreement-settings.ts'

/** How a figure of agreement is written: two decimals, or percent with one. */
export function figureText(value: number, name: CoefficientName): string {
  return name === 'percent' ? `${digits(value * 100, 1)}%` : digits(value, 2)
}

/** A true minus, as figures have it in print; never "−0.00". */
export function digits(value: number, places: number): string {
  const text = value.toFixed(places)
  return Number(text) === 0 ? (0).toFixed(places) : text.replace('-', '−')
}
