import { useMemo } from 'react'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'

/** A coder without their counts, which change with every coding. */
export type Coder = Omit<Out<'coder.list'>['coders'][number], 'codings'>

export interface Coders {
  /** As they are to be named: the consensus in the interface language, whatever the file calls it. In the study's order. */
  readonly byId: ReadonlyMap<number, Coder>
  /** The user as a coder of this study; null before their first change. */
  readonly currentId: number | null
}

export function useCoders(): Coders {
  const t = useT('common')
  const { data } = useHostQuery('coder.list', {})
  const consensus = { name: t('consensus.name'), initials: t('consensus.initials') }
  const coders =
    data?.coders.map(({ codings: _codings, ...coder }) =>
      coder.kind === 'consensus' ? { ...coder, ...consensus } : coder,
    ) ?? []
  const currentId = data?.currentId ?? null
  // The same coders are the same object, whatever else of the answer is new.
  const key = JSON.stringify(coders)
  return useMemo(
    () => ({ byId: new Map((JSON.parse(key) as Coder[]).map((coder) => [coder.id, coder])), currentId }),
    [key, currentId],
  )
}
