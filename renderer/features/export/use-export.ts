import { useState } from 'react'
import type { In } from '../../../shared/contract/contract.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useBridge } from '../../app/bridge.ts'
import { showError, useHostCommand } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast-queue.ts'

export type ExportRequest = Omit<In<'export.file'>, 'handle' | 'language'>

export interface Export {
  /** Asks where to, writes the file, and says that it is there. `name` is suggested, without its ending. */
  save(name: string, request: ExportRequest): Promise<void>
  readonly pending: boolean
}

/** Writing a table to a file, the same from every activity. */
export function useExport(): Export {
  const t = useT('segments')
  const language = useLanguage()
  const { shell } = useBridge()
  const { run } = useHostCommand('export.file')
  const [pending, setPending] = useState(false)

  async function save(name: string, request: ExportRequest): Promise<void> {
    const kind = (['xlsx', 'docx', 'json'] as const).find((ending) => request.format.endsWith(ending)) ?? 'csv'
    setPending(true)
    try {
      const file = await shell.pickSave(kind, `${name}.${kind}`)
      if (!file) return
      const written = await run({ ...request, handle: file.handle, language })
      if (!written) return
      await shell.finishSave(file.handle)
      showToast({ tone: 'success', text: t('exported', { count: written.rows, file: file.name }) })
    } catch (thrown) {
      showError(wireErrorOf(thrown))
    } finally {
      setPending(false)
    }
  }

  return { save, pending }
}
