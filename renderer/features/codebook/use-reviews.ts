import { useMemo } from 'react'
import { useHostQuery } from '../../app/host.ts'

export interface CodeReviewCount {
  readonly own: number
  readonly others: number
}

/** Codes whose codings from before a redefinition are to be looked at again, and how many they are. */
export function useReviews(): ReadonlyMap<number, CodeReviewCount> {
  const { data } = useHostQuery('code.reviews', {}, { keepPrevious: true })
  return useMemo(() => new Map(data?.reviews.map(({ codeId, own, others }) => [codeId, { own, others }])), [data])
}
