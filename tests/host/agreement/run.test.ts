import { afterEach, describe, expect, test } from 'vitest'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import { agreementSettingsSchema } from '../../../shared/contract/agreement-settings.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import {
  chooseAgreement,
  computeAgreement,
  cutAgreement,
  forgetAgreement,
  outdateAgreement,
  useAgreementRun,
} from '../../../renderer/features/agreement/agreement-run.ts'
import type { AgreementRun } from '../../../renderer/features/agreement/agreement-run.ts'
import { study, talk, type Coded } from './coded-study.ts'

/** The window's analysis against a real host: figures at once, intervals behind, and what the window says of them. */

const words = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot']

afterEach(forgetAgreement)

async function agreeing(): Promise<{ coded: Coded; bridge: Bridge; settings: AgreementSettings }> {
  const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
  for (const transcript of [0, 1]) {
    await coded.apply('Ana', transcript, coded.codes.A, ...words.slice(0, 4))
    await coded.apply('Ben', transcript, coded.codes.A, ...words.slice(1, 5))
  }
  const ids = await coded.ids()
  const settings = agreementSettingsSchema.parse({ coderIds: [ids.get('Ana'), ids.get('Ben')] })
  const bridge = { call: coded.host.call.bind(coded.host) } as unknown as Bridge
  return { coded, bridge, settings }
}

/** Waits for a state of the window. */
async function until(holds: (state: AgreementRun) => boolean): Promise<AgreementRun> {
  const now = useAgreementRun.getState()
  if (holds(now)) return now
  return new Promise((found) => {
    const stop = useAgreementRun.subscribe((state) => {
      if (!holds(state)) return
      stop()
      found(state)
    })
  })
}

const isThere = ({ phase, result }: AgreementRun) => phase === 'rest' && result !== null

describe('an analysis in the window', () => {
  test('figures come before their intervals, and stay the same', async () => {
    const { coded, bridge, settings } = await agreeing()
    chooseAgreement(bridge, settings)
    const first = await until(({ phase }) => phase === 'whole')
    const rowOf = (state: AgreementRun) => state.result?.table?.rows.find(({ codeId }) => codeId === coded.codes.A)
    expect(rowOf(first)).toMatchObject({ both: 6, alpha: { low: null } })
    expect(first.result?.table?.sets).toBeNull()
    const whole = await until(isThere)
    expect(rowOf(whole)?.alpha).toMatchObject({ value: rowOf(first)?.alpha.value })
    expect(rowOf(whole)?.alpha.low).toBeLessThan(rowOf(whole)?.alpha.value ?? NaN)
    expect(whole.result?.table?.sets).not.toBeNull()
    expect(whole).toMatchObject({ isCut: false, isOutdated: false, error: null })
  })

  test('cancelled, the figures stay without intervals and say so; they can be worked out after all', async () => {
    const { bridge, settings } = await agreeing()
    chooseAgreement(bridge, { ...settings, interval: { ...settings.interval, replicates: 20_000 } })
    await until(({ phase }) => phase === 'whole')
    cutAgreement()
    const cut = useAgreementRun.getState()
    expect(cut).toMatchObject({ phase: 'rest', isCut: true, error: null })
    expect(cut.result?.table?.rows[0]?.alpha.low).toBeNull()
    await computeAgreement(bridge)
    const whole = useAgreementRun.getState()
    expect(whole).toMatchObject({ phase: 'rest', isCut: false })
    expect(whole.result?.table?.rows[0]?.alpha.low).not.toBeNull()
  })

  test('other settings take the place of those that are being worked out', async () => {
    const { bridge, settings } = await agreeing()
    chooseAgreement(bridge, { ...settings, unit: 'character' })
    await until(({ phase }) => phase === 'whole')
    chooseAgreement(bridge, { ...settings, unit: 'document', interval: { ...settings.interval, method: 'none' } })
    expect(useAgreementRun.getState().phase).toBe('quick')
    const shown = await until(isThere)
    expect(shown.result?.settings.unit).toBe('document')
  })

  test('what changes in the study makes the figures old, until they are worked out anew', async () => {
    const { coded, bridge, settings } = await agreeing()
    chooseAgreement(bridge, settings)
    const before = await until(isThere)
    await coded.apply('Ana', 0, coded.codes.B, 'alpha')
    outdateAgreement()
    expect(useAgreementRun.getState()).toMatchObject({ isOutdated: true, result: before.result })
    await computeAgreement(bridge)
    expect(useAgreementRun.getState().isOutdated).toBe(false)
    expect(useAgreementRun.getState().result?.table?.rows).toContainEqual(
      expect.objectContaining({ codeId: coded.codes.B, appliedUnits: 1 }),
    )
  })

  test('without a second coder there is nothing to show, and it says what is missing', async () => {
    const { bridge, settings } = await agreeing()
    chooseAgreement(bridge, settings)
    await until(isThere)
    chooseAgreement(bridge, { ...settings, coderIds: settings.coderIds.slice(0, 1) })
    const refused = await until(({ error }) => error !== null)
    expect(refused).toMatchObject({ error: { code: 'agreement_one_coder' }, result: null, phase: 'rest' })
  })
})
