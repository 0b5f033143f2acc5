import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useHostQuery } from '../../app/host.ts'

/** Transcripts on which colleagues' work is hidden from who looks: none where coding is not blind. */
export function useHiddenWork(): readonly DocumentRow[] {
  const { data } = useHostQuery('document.list', {})
  return data?.documents.filter(({ hiddenCoderIds }) => hiddenCoderIds.length > 0) ?? []
}
