/**
 * The point below which the share `p` (between 0 and 1) of Student's t distribution with `degrees` > 0 degrees of
 * freedom lies. Good to about 1e-12 of its size. Throws RangeError for arguments outside those bounds.
 */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1) || !(degrees > 0)) throw new RangeError(`no t quantile at ${p} with ${degrees} degrees`)
  if (p < 0.5) return -studentTQuantile(1 - p, degrees)
  if (p === 0.5) return 0
  let low = 0
  let high = 1
  while (upperTail(high, degrees) > 1 - p) high *= 2
  for (let step = 0; step < 200 && high - low > Number.EPSILON * high; step++) {
    const middle = (low + high) / 2
    if (upperTail(middle, degrees) > 1 - p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability of a value above t ≥ 0. */
function upperTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
}

/** The regularised incomplete beta function, by its continued fraction on whichever side it converges fast. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // Evaluated from the front by keeping numerator and denominator as ratios of successive ones (Lentz).
  const tiny = 1e-300
  let ratio = 1
  let c = 1
  let d = 0
  for (let step = 0; step <= 1000; step++) {
    const half = step >> 1
    const term =
      step === 0
        ? 1
        : step % 2 === 0
          ? (half * (b - half) * x) / ((a + step - 1) * (a + step))
          : (-(a + half) * (a + b + half) * x) / ((a + step - 1) * (a + step))
    d = 1 + term * d
    if (Math.abs(d) < tiny) d = tiny
    d = 1 / d
    c = 1 + term / c
    if (Math.abs(c) < tiny) c = tiny
    ratio *= c * d
    if (Math.abs(1 - c * d) < 1e-16) break
  }
  return (front * (ratio - 1)) / a
}

/** The logarithm of the gamma function for x > 0: moved up to where Stirling's series is exact, then taken back. */
function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 15) shift += Math.log(at++)
  const square = at * at
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / at
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift
}
