import { useState } from 'react'
import type { In, Out } from '../../../shared/contract/contract.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useBridge } from '../../app/bridge.ts'
import { showError, useHostCommand } from '../../app/host.ts'

export interface HandOutProgress {
  readonly done: number
  readonly total: number | null
}

export interface HandOut {
  /** Asks where to, writes the file and hands it over. null: given up, or it failed and a toast has said why. */
  write(suggestedName: string, request: Omit<In<'merge.handOut'>, 'handle'>): Promise<Out<'merge.handOut'> | null>
  /** null: nothing is under way. */
  readonly progress: HandOutProgress | null
}

/** Writing transcripts for a colleague as a study file of their own. */
export function useHandOut(): HandOut {
  const { shell } = useBridge()
  const { run } = useHostCommand('merge.handOut')
  const [progress, setProgress] = useState<HandOutProgress | null>(null)

  return {
    progress,
    async write(suggestedName, request) {
      try {
        const file = await shell.pickSave('study', suggestedName)
        if (!file) return null
        setProgress({ done: 0, total: null })
        const written = await run({ ...request, handle: file.handle }, { onProgress: setProgress })
        if (written) await shell.finishSave(file.handle)
        return written
      } catch (thrown) {
        showError(wireErrorOf(thrown))
        return null
      } finally {
        setProgress(null)
      }
    },
  }
}
