import { create } from 'zustand'
import type { Bridge, PickedFile } from '../../../shared/contract/bridge.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { showError } from '../../app/host.ts'

/** A study file that was dropped on the window and is a hand-out of the open study: the user says what it is for. */
export const useReturnedFile = create<{ readonly file: PickedFile | null }>()(() => ({ file: null }))

export function forgetReturnedFile(): void {
  useReturnedFile.setState({ file: null })
}

/** Opens a study file, or asks first where it could be brought back as well. */
export async function receiveStudy(bridge: Bridge, file: PickedFile): Promise<void> {
  const canComeBack = await bridge.call('merge.preview', { handle: file.handle }).then(
    () => true,
    () => false,
  )
  if (canComeBack) useReturnedFile.setState({ file })
  else await openStudy(bridge, file)
}

export async function openStudy(bridge: Bridge, { handle }: PickedFile): Promise<void> {
  try {
    await bridge.call('study.open', { handle })
  } catch (thrown) {
    showError(wireErrorOf(thrown))
  }
}
