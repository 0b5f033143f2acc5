import { useRef } from 'react'
import { announce } from '../../app/announce.ts'
import { useChanged } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast-queue.ts'
import { codeTitle } from './code-names.ts'
import type { PaintFilter } from './paint-filter.ts'
import { isFiltering, painted } from './paint-filter.ts'
import { useCodebook } from './use-codebook.ts'
import { usePaintFilter } from './use-paint-filter.ts'

/** Says so where one has just put a code on the transcript that is not painted: else nothing would seem to happen. */
export function useHiddenNotice(documentId: number): void {
  const t = useT('passages')
  const language = useLanguage()
  const { codes, byId } = useCodebook()
  const { filter, showAll } = usePaintFilter()
  const toldOf = useRef<PaintFilter | null>(null)
  useChanged((event) => {
    if (!event.own || !isFiltering(filter)) return
    const isPainted = painted(filter, codes)
    const hidden = event.codings
      ?.find((change) => change.documentId === documentId)
      ?.upserted.find((coding) => !isPainted(coding))
    const code = hidden === undefined ? undefined : byId.get(hidden.codeId)
    if (code === undefined) return
    const text = t('paint.hiddenNew', { code: codeTitle(code, language) })
    announce(text)
    // Once for each choice; then one knows.
    if (toldOf.current === filter) return
    toldOf.current = filter
    showToast({
      tone: 'info',
      text,
      action: { label: t('paint.showAll'), run: showAll },
    })
  })
}
