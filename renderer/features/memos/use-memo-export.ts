import { useState } from 'react'
import type { In } from '../../../shared/contract/contract.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useBridge } from '../../app/bridge.ts'
import { showError, useHostCommand } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast-queue.ts'

export type MemoFormat = In<'memo.export'>['format']

/** Writing memos to a file: some by id, or all that fit a filter. */
export function useMemoExport() {
  const t = useT('memos')
  const language = useLanguage()
  const { shell } = useBridge()
  const { run } = useHostCommand('memo.export')
  const [pending, setPending] = useState(false)

  async function save(format: MemoFormat, which: Pick<In<'memo.export'>, 'ids' | 'filter' | 'sort'>): Promise<void> {
    setPending(true)
    try {
      const file = await shell.pickSave(format, `${t('fileName')}.${format === 'docx' ? 'docx' : 'md'}`)
      if (file === null) return
      const written = await run({ ...which, handle: file.handle, format, language })
      if (written === null) return
      await shell.finishSave(file.handle)
      showToast({ tone: 'success', text: t('exported', { count: written.memos, file: file.name }) })
    } catch (thrown) {
      showError(wireErrorOf(thrown))
    } finally {
      setPending(false)
    }
  }

  return { save, pending }
}
