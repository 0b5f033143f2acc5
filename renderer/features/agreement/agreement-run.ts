import { create } from 'zustand'
import type { AgreementResult } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import type { WireError } from '../../../shared/contract/envelope.ts'
import { wireErrorOf } from '../../app/bridge-error.ts'

/** The analysis of this window: what is chosen, what the host last answered, and whether that still holds. */
export interface AgreementRun {
  /** null before there is a choice to begin with. */
  readonly settings: AgreementSettings | null
  /** The last answer; to other settings while the next one is worked out. */
  readonly result: AgreementResult | null
  /** `whole`: counts and figures are there, intervals and sets are being worked out. */
  readonly phase: 'rest' | 'quick' | 'whole'
  /** Bootstrap replicates. */
  readonly progress: { readonly done: number; readonly total: number | null } | null
  /** Of the last run. */
  readonly error: WireError | null
  /** When the study was read for `result`, milliseconds since 1970. */
  readonly readAt: number | null
  /** The study has changed since it was read. */
  readonly isOutdated: boolean
  /** Intervals and sets were asked for, and the user ended it before they were there. */
  readonly isCut: boolean
}

const INITIAL: AgreementRun = {
  settings: null,
  result: null,
  phase: 'rest',
  progress: null,
  error: null,
  readAt: null,
  isOutdated: false,
  isCut: false,
}

export const useAgreementRun = create<AgreementRun>()(() => INITIAL)

let current: AbortController | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Milliseconds after the last change of the settings before the host is asked. */
const CHOOSING = 200

/** Takes other settings. What they amount to is worked out a moment later. */
export function chooseAgreement(bridge: Bridge, settings: AgreementSettings): void {
  if (JSON.stringify(settings) === JSON.stringify(useAgreementRun.getState().settings)) return
  current?.abort()
  useAgreementRun.setState({ settings, phase: 'quick', progress: null, error: null })
  clearTimeout(timer)
  timer = setTimeout(() => void computeAgreement(bridge), CHOOSING)
}

/** Works out the figures now: first without what takes long, then the whole. */
export async function computeAgreement(bridge: Bridge): Promise<void> {
  clearTimeout(timer)
  current?.abort()
  const own = new AbortController()
  current = own
  const { settings } = useAgreementRun.getState()
  if (settings === null) return
  // Of one coder there is nothing to ask, and the old figures are not theirs.
  if (settings.coderIds.length < 2) {
    useAgreementRun.setState({ ...AT_REST, result: null, readAt: null, error: ONE_CODER })
    return
  }
  const set = (state: Partial<AgreementRun>): void => {
    if (!own.signal.aborted) useAgreementRun.setState(state)
  }
  const onProgress = ({ done, total }: { done: number; total: number | null }): void => {
    set({ progress: { done, total } })
  }
  // What changes while the host reads may or may not be in the answer.
  const readAt = Date.now()
  set({ phase: 'quick', progress: null, error: null, isCut: false, isOutdated: false })
  try {
    if (takesLong(settings)) {
      const result = await bridge.call('agreement.compute', { settings: quickly(settings) }, { signal: own.signal })
      set({ result, readAt, phase: 'whole' })
    }
    const result = await bridge.call('agreement.compute', { settings }, { signal: own.signal, onProgress })
    set({ ...AT_REST, result, readAt })
  } catch (thrown) {
    set({ ...AT_REST, error: wireErrorOf(thrown) })
  }
}

const AT_REST = { phase: 'rest', progress: null, isCut: false } as const
const ONE_CODER: WireError = { code: 'agreement_one_coder', params: {} }

/** Whether intervals or sets are asked for, which take their time; of the other units there are none. */
function takesLong({ unit, interval, sets }: AgreementSettings): boolean {
  return unit !== 'spans' && unit !== 'continuum' && (interval.method === 'bootstrap' || sets)
}

function quickly(settings: AgreementSettings): AgreementSettings {
  return { ...settings, sets: false, interval: { ...settings.interval, method: 'none' } }
}

/** Ends the work on intervals and sets; the figures stay. */
export function cutAgreement(): void {
  current?.abort()
  useAgreementRun.setState({ phase: 'rest', progress: null, isCut: true })
}

/** Notes that the study is no longer as it was read. */
export function outdateAgreement(): void {
  const { result, phase } = useAgreementRun.getState()
  if (result !== null || phase !== 'rest') useAgreementRun.setState({ isOutdated: true })
}

/** Ends what is under way and forgets everything: another study was opened. */
export function forgetAgreement(): void {
  clearTimeout(timer)
  current?.abort()
  current = null
  useAgreementRun.setState(INITIAL)
}
