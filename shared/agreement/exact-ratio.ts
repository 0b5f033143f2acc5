/**
 * 1 − part/whole of whole numbers of any size, without rounding before the last step: exactly 1 for part 0 and exactly 0
 * for part = whole. The whole must not be 0.
 */
export function oneMinusRatio(part: bigint, whole: bigint): number {
  return Number(((whole - part) << 80n) / whole) / 2 ** 80
}
