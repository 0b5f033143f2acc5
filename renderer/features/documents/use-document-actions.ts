import type { DocumentRow, WorkState } from '../../../shared/contract/document.ts'
import { announce } from '../../app/announce.ts'
import { useHostTell } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'

export interface DocumentActions {
  /** Says how far the current coder is with these transcripts. */
  setState(rows: readonly DocumentRow[], state: WorkState | null): Promise<void>
}

export function useDocumentActions(): DocumentActions {
  const t = useT('documents')
  const tell = useHostTell()
  return {
    async setState(rows, state) {
      if (rows.length === 0 || (await tell('document.setState', { ids: rows.map(({ id }) => id), state })) === null)
        return
      const [first] = rows
      announce(
        t(state === 'finished' ? 'said.finished' : 'said.reopened', { count: rows.length, name: first?.name ?? '' }),
      )
    },
  }
}
