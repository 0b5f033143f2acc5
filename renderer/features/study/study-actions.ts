import { useBridge } from '../../app/bridge.ts'
import { showError, useHostCommand } from '../../app/host.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { useT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast-queue.ts'

export interface StudyActions {
  open(handle: string): Promise<void>
  openSample(): Promise<void>
  /** Asks where to keep it on the desktop. Says whether the study was made. */
  create(input: Omit<In<'study.create'>, 'handle'>): Promise<boolean>
  close(): Promise<void>
  saveCopy(name: string): Promise<void>
  readonly pending: boolean
}

/** What can be done with study files as wholes. Which one is open comes back as a `changed` event. */
export function useStudyActions(): StudyActions {
  const t = useT('shell')
  const { shell } = useBridge()
  const open = useHostCommand('study.open')
  const sample = useHostCommand('study.openSample')
  const create = useHostCommand('study.create')
  const close = useHostCommand('study.close')
  const saveCopy = useHostCommand('study.saveCopy')

  return {
    pending: open.pending || sample.pending || create.pending,
    async open(handle) {
      await open.run({ handle })
    },
    async openSample() {
      await sample.run({})
    },
    async create(input) {
      // In the browser mode studies live in Tianye's own folder.
      const file = shell.platform === 'desktop' ? await shell.pickSave('study', `${input.name}.tianye`) : null
      if (shell.platform === 'desktop' && file === null) return false
      return (await create.run({ ...input, handle: file?.handle ?? null })) !== null
    },
    async close() {
      await close.run({})
    },
    async saveCopy(name) {
      try {
        const file = await shell.pickSave('study', `${name}.tianye`)
        if (!file || (await saveCopy.run({ handle: file.handle })) === null) return
        await shell.finishSave(file.handle)
        showToast({ tone: 'success', text: t('copySaved', { name: file.name }) })
      } catch (thrown) {
        showError(wireErrorOf(thrown))
      }
    },
  }
}

/** The open dialog, then the study. */
export async function pickAndOpenStudy(bridge: Bridge, open: (handle: string) => Promise<void>): Promise<void> {
  try {
    const [file] = await bridge.shell.pickOpen('study', false)
    if (file) await open(file.handle)
  } catch (thrown) {
    showError(wireErrorOf(thrown))
  }
}
