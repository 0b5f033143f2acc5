import { useMemo } from 'react'
import type { Layer } from '../../../shared/contract/values.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useCoders } from './use-coders.ts'

export interface ShownLayers {
  /** What the reader asks for. */
  readonly layers: readonly Layer[]
  /** The coder whose rows the window's layer reads in this transcript; null where there is none. */
  readonly layerCoderId: number | null
  /** Coders between whom the layer `study` cannot choose here, so that it leaves the transcript out; else empty. */
  readonly undecided: readonly number[]
  /** Whether rows of this coder are shown. */
  shows(coderId: number): boolean
}

/**
 * Whose codings the reader shows. An analysis reads one layer; the reader adds what one codes oneself, so that a code one
 * applies is always seen, and shows everyone where that is asked for, or where the layer `study` has no one to read, so
 * that nothing one has seen disappears because another person began to code.
 */
export function useShownLayers(documentId: number): ShownLayers {
  const layer = useView((state) => state.layer)
  const wantsEveryone = useView((state) => state.everyone)
  const { currentId } = useCoders()
  const { data } = useHostQuery('document.list', {})
  const row = data?.documents.find((document) => document.id === documentId)
  const layerCoderId = layer === 'study' ? (row?.studyCoderId ?? null) : layer
  const isUndecided = layer === 'study' && layerCoderId === null
  const coders =
    isUndecided || wantsEveryone ? (row?.codings ?? []).map(({ coderId }) => coderId).sort(ownFirst(currentId)) : []
  // One key for what the rest depends on: the list of transcripts is new after every coding.
  const codersKey = coders.join(' ')
  return useMemo(() => {
    const everyone = codersKey === '' ? [] : codersKey.split(' ').map(Number)
    const undecided = isUndecided && everyone.length > 1 ? everyone : []
    const isOwn = currentId === null || currentId === layerCoderId
    const readsEveryone = undecided.length > 0 || (wantsEveryone && everyone.length > 0)
    const own = currentId === null || everyone.includes(currentId) ? [] : [currentId]
    return {
      layers: readsEveryone ? [...own, ...everyone] : isOwn ? [layer] : [layer, currentId],
      layerCoderId,
      undecided: wantsEveryone ? [] : undecided,
      shows: (coderId) =>
        coderId === layerCoderId || coderId === currentId || (readsEveryone && everyone.includes(coderId)),
    }
  }, [layer, layerCoderId, currentId, codersKey, isUndecided, wantsEveryone])
}

function ownFirst(currentId: number | null): (one: number, other: number) => number {
  return (one, other) => Number(other === currentId) - Number(one === currentId) || one - other
}
