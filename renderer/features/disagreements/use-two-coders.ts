import { useMemo } from 'react'
import { useCoders } from '../coding/use-coders.ts'
import type { Pair } from './pair.ts'

/** One of the two coders, as the resolver names them. */
export interface OneCoder {
  readonly id: number
  readonly side: 'A' | 'B'
  readonly name: string
  /** For stripes: which side, and who. */
  readonly short: string
}

export interface TwoCoders {
  readonly a: OneCoder
  readonly b: OneCoder
}

export function useTwoCoders([aId, bId]: Pair): TwoCoders {
  const { byId } = useCoders()
  return useMemo(() => {
    const one = (id: number, side: 'A' | 'B'): OneCoder => {
      const coder = byId.get(id)
      const name = coder?.name ?? ''
      return { id, side, name, short: `${side} ${coder?.initials || name}` }
    }
    return { a: one(aId, 'A'), b: one(bId, 'B') }
  }, [byId, aId, bId])
}
