import { useMemo } from 'react'
import type { Layer } from '../../../shared/contract/values.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useCoders } from './use-coders.ts'

export interface ShownLayers {
  /** What the reader asks for: the window's layer, and one's own where that is another. */
  readonly layers: readonly Layer[]
  /** The coder whose rows the window's layer reads in this transcript; null where there is none (yet). */
  readonly layerCoderId: number | null
  /** Whether rows of this coder are shown. */
  shows(coderId: number): boolean
}

/**
 * Whose codings the reader shows. An analysis reads one layer; the reader adds what one codes oneself, so that a code one
 * applies is always seen, whichever layer is looked at.
 */
export function useShownLayers(documentId: number): ShownLayers {
  const layer = useView((state) => state.layer)
  const { currentId } = useCoders()
  const { data } = useHostQuery('document.list', {})
  const row = data?.documents.find((document) => document.id === documentId)
  const layerCoderId = layer === 'study' ? (row?.studyCoderId ?? null) : layer
  return useMemo(() => {
    const isOwn = currentId === null || currentId === layerCoderId
    return {
      layers: isOwn ? [layer] : [layer, currentId],
      layerCoderId,
      shows: (coderId) => coderId === layerCoderId || coderId === currentId,
    }
  }, [layer, layerCoderId, currentId])
}
