/**
 * The point below which the share `p` (0 to 1) of a sorted sample lies, by linear interpolation between the two nearest
 * ranks. The sample must not be empty.
 */
export function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}
