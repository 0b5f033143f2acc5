import { useMemo } from 'react'
import type { Bridge, PickedFile } from '../../../shared/contract/bridge.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'
import { useBridge } from '../../app/bridge.ts'
import { showError } from '../../app/host.ts'
import { showAgreement } from '../agreement/agreement-tab.ts'
import { currentBringBack, setBringBack } from './bring-back.ts'
import type { JobProgress } from './bring-back.ts'

export interface BringBackActions {
  /** The open dialog, then what the file would do. */
  pick(): Promise<void>
  /** What a file would do. */
  read(file: PickedFile): Promise<void>
  /** Chooses which proposals are taken over, and asks anew what happens then. */
  accept(keys: ReadonlySet<string>): Promise<void>
  /** Brings in what is shown. */
  apply(): Promise<void>
  /** Also cancels what runs. */
  close(): void
}

/** The steps of a bring-back; where it stands is in `bring-back.ts`. */
export function useBringBack(): BringBackActions {
  const bridge = useBridge()
  return useMemo(() => bringBackActions(bridge), [bridge])
}

/** The call that runs; a later one takes its place. */
let running: AbortController | null = null

/** Forgets a bring-back: another study was opened. */
export function forgetBringBack(): void {
  running?.abort()
  running = null
  setBringBack({ step: 'none' })
}

function bringBackActions(bridge: Bridge): BringBackActions {
  /** null where it failed, was cancelled, or something else was asked since. */
  async function run<T>(
    job: (options: { signal: AbortSignal; onProgress: (progress: JobProgress) => void }) => Promise<T>,
    onFailed: (error: ReturnType<typeof wireErrorOf>) => void,
  ): Promise<T | null> {
    running?.abort()
    const own = new AbortController()
    running = own
    const isCurrent = (): boolean => running === own
    try {
      const value = await job({
        signal: own.signal,
        onProgress: (progress) => {
          const now = currentBringBack()
          if (isCurrent() && (now.step === 'reading' || now.step === 'writing')) setBringBack({ ...now, progress })
        },
      })
      return isCurrent() ? value : null
    } catch (thrown) {
      const error = wireErrorOf(thrown)
      if (isCurrent() && error.code !== 'cancelled') onFailed(error)
      return null
    } finally {
      if (isCurrent()) running = null
    }
  }

  async function read(file: PickedFile): Promise<void> {
    setBringBack({ step: 'reading', file, progress: { done: 0, total: null } })
    showAgreement('exchange')
    const result = await run(
      (options) => bridge.call('merge.preview', { handle: file.handle }, options),
      (error) => {
        setBringBack({ step: 'none' })
        showError(error)
      },
    )
    if (result === null) return
    setBringBack({ step: 'review', file, result, accepted: new Set(), isAsking: false, isStale: false })
  }

  return {
    read,
    async pick() {
      try {
        const [file] = await bridge.shell.pickOpen('returned', false)
        if (file) await read(file)
      } catch (thrown) {
        showError(wireErrorOf(thrown))
      }
    },
    async accept(accepted) {
      const before = currentBringBack()
      if (before.step !== 'review') return
      setBringBack({ ...before, accepted, isAsking: true, isStale: false })
      const { file } = before
      const result = await run(
        (options) => bridge.call('merge.preview', { handle: file.handle, accept: [...accepted] }, options),
        (error) => {
          setBringBack({ ...before, isAsking: false, isStale: false })
          showError(error)
        },
      )
      if (result === null) return
      const now = currentBringBack()
      const isStale = now.step === 'review' && now.isStale
      setBringBack({ step: 'review', file, result, accepted, isAsking: false, isStale })
    },
    async apply() {
      const before = currentBringBack()
      if (before.step !== 'review') return
      const { file, accepted } = before
      setBringBack({ step: 'writing', file, progress: { done: 0, total: null } })
      const result = await run(
        (options) => bridge.call('merge.apply', { handle: file.handle, accept: [...accepted] }, options),
        (error) => {
          setBringBack(before)
          showError(error)
        },
      )
      if (result !== null) setBringBack({ step: 'done', result })
    },
    close: forgetBringBack,
  }
}
