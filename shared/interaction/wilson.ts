/** The 97.5% point of the standard normal distribution. */
const z = 1.959963984540054

/**
 * Wilson 95% interval of a proportion of independent units, such as respondents; not for episodes, which are not
 * independent within a respondent. Null for no units. Source: Brown, Cai and DasGupta 2001, formula (4).
 */
export function wilson(successes: number, units: number): { low: number; high: number } | null {
  if (units === 0) return null
  const p = successes / units
  const centre = p + (z * z) / (2 * units)
  const reach = z * Math.sqrt((p * (1 - p)) / units + (z * z) / (4 * units * units))
  const scale = 1 + (z * z) / units
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) }
}
