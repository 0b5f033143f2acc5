import { useMemo } from 'react'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostQuery } from '../../app/host.ts'

export type CoderRow = Out<'coder.list'>['coders'][number]

export interface Coders {
  readonly byId: ReadonlyMap<number, CoderRow>
  /** The user as a coder of this study; null before their first change. */
  readonly currentId: number | null
}

export function useCoders(): Coders {
  const { data } = useHostQuery('coder.list', {})
  return useMemo(
    () => ({
      byId: new Map((data?.coders ?? []).map((coder) => [coder.id, coder])),
      currentId: data?.currentId ?? null,
    }),
    [data],
  )
}
