import { MAX_QUOTE } from '../../../shared/memo/memo-body.ts'
import type { MemoPassage } from '../../../shared/memo/memo-body.ts'
import { quotePassage } from '../../../shared/memo/passage.ts'
import { useHostAsk } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import type { DraggedPassage } from '../../reader/drag-types.ts'
import { showToast } from '../../ui/toast-queue.ts'

/** Makes quotations of passages, with transcript, turn and village. */
export function useQuote(): (dragged: DraggedPassage) => Promise<MemoPassage | null> {
  const t = useT('memos')
  const ask = useHostAsk()
  return async ({ documentId, range }) => {
    if (range.end - range.start > MAX_QUOTE) {
      showToast({ tone: 'error', text: t('passageTooLong', { limit: MAX_QUOTE }) })
      return null
    }
    const [opened, { documents }] = await Promise.all([
      ask('document.open', { id: documentId }),
      ask('document.list', {}),
    ])
    const row = documents.find(({ id }) => id === documentId)
    return quotePassage({ ...opened, name: row?.name ?? '', village: row?.village ?? null }, range)
  }
}
