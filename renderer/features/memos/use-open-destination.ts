import type { MemoOwner } from '../../../shared/contract/memo.ts'
import type { MemoPassage, ReferenceTarget } from '../../../shared/memo/memo-body.ts'
import { locatePassage } from '../../../shared/memo/passage.ts'
import { useBridge } from '../../app/bridge.ts'
import { useHostAsk } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import type { MemoDestination } from '../../editor/open-links.ts'
import { useT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast-queue.ts'
import { openCodebookAt } from '../codebook/open-codebook.ts'
import { openMemoAt } from './open-memo.ts'

export interface Destinations {
  readonly open: (destination: MemoDestination) => void
  /** Shows what a memo is on. */
  readonly openOwner: (owner: MemoOwner) => void
}

/** Goes to what memos are on and to what they mention; says so where that is gone. */
export function useOpenDestination(): Destinations {
  const t = useT('memos')
  const ask = useHostAsk()
  const { shell } = useBridge()
  const { goTo, openDocument } = useView.getState()

  function gone(): void {
    showToast({ tone: 'info', text: t('targetGone') })
  }

  async function openPassage(passage: Omit<MemoPassage, 'type' | 'version'>): Promise<void> {
    const { documents } = await ask('document.list', {})
    const row = documents.find(({ id }) => id === passage.documentId)
    if (row === undefined) {
      gone()
      return
    }
    const { text } = await ask('document.open', { id: row.id })
    const place = locatePassage(text, passage)
    if (place === null) {
      openDocument(row.id)
      showToast({ tone: 'info', text: t('passageGone', { document: row.name }) })
    } else goTo({ documentId: row.id, ...place })
  }

  async function openCase(caseId: number): Promise<void> {
    const { documents } = await ask('document.list', {})
    const interview = documents.find(
      (row) => row.villageId === caseId || row.respondents.some((respondent) => respondent.caseId === caseId),
    )
    if (interview === undefined) showToast({ tone: 'info', text: t('noInterview') })
    else openDocument(interview.id)
  }

  async function openTarget(target: ReferenceTarget | 'study', id: number): Promise<void> {
    switch (target) {
      case 'study':
        return
      case 'code':
        openCodebookAt(id)
        return
      case 'case':
        await openCase(id)
        return
      case 'document':
      case 'coding':
      case 'episode': {
        const { place } = await ask('memo.on', { owner: { kind: target, id } })
        if (place.documentId === null) gone()
        else if (place.start === null || place.end === null) openDocument(place.documentId)
        else
          goTo({
            documentId: place.documentId,
            start: place.start,
            end: place.end,
            ...(target === 'coding' && { codingId: id }),
          })
        return
      }
      case 'memo': {
        const { owner, day } = await ask('memo.get', { id })
        openMemoAt({ owner, day, memoId: id })
      }
    }
  }

  return {
    open: (destination) => {
      switch (destination.kind) {
        case 'web':
          shell.openExternal(destination.url)
          return
        case 'passage':
          void openPassage(destination.passage).catch(gone)
          return
        case 'reference':
          void openTarget(destination.target, destination.id).catch(gone)
      }
    },
    openOwner: ({ kind, id }) => void openTarget(kind, id).catch(gone),
  }
}
