import type { Value } from './types.ts'

export type SetDistance = 'exact' | 'jaccard' | 'dice' | 'masi'

/**
 * Distance of two sets of codes, 0 (equal) to 1 (disjoint); d(∅, ∅) = 0 and d(∅, X) = 1. With J = |A∩B|/|A∪B|: exact 0 or
 * 1; Jaccard 1 − J; Dice 1 − 2|A∩B|/(|A| + |B|); MASI 1 − J·M, M = 1 for equal sets, 2/3 where one contains the other,
 * 1/3 where they overlap, 0 where they do not (Passonneau 2006).
 */
export function setDistance(kind: SetDistance, one: ReadonlySet<Value>, other: ReadonlySet<Value>): number {
  let common = 0
  for (const code of one) if (other.has(code)) common++
  const union = one.size + other.size - common
  if (common === union) return 0
  if (common === 0) return 1
  switch (kind) {
    case 'exact':
      return 1
    case 'jaccard':
      return 1 - common / union
    case 'dice':
      return 1 - (2 * common) / (one.size + other.size)
    case 'masi': {
      const isContained = common === one.size || common === other.size
      return 1 - ((isContained ? 2 : 1) * common) / (3 * union)
    }
  }
}
