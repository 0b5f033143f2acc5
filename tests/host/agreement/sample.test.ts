import { expect, test } from 'vitest'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { agreementKey, disagreementKey } from '../../unit/sample/answer-key.ts'
import { TestHost } from '../open-host.ts'

test('the two coders of the sample agree as its key says, and would call one village otherwise', async () => {
  const host = new TestHost()
  await host.call('study.openSample', {})
  const { coders } = await host.call('coder.list', {})
  expect(coders.map(({ name }) => name)).toEqual(['Ana', '林溪 Lin Xi'])
  const settings: Partial<AgreementSettings> & Pick<AgreementSettings, 'coderIds'> = {
    coderIds: coders.map(({ id }) => id),
  }

  const result = await host.call('agreement.compute', { settings })
  expect(result.documents.map(({ name }) => name).sort()).toEqual(Object.keys(disagreementKey).sort())
  const labels = new Map(result.codes.map(({ id, label }) => [id, label]))
  const found = (result.table?.rows ?? []).flatMap((row) => {
    const label = labels.get(row.codeId) ?? ''
    if (!(label in agreementKey)) return []
    const digits = (value: number | null): number => Math.round((value ?? Number.NaN) * 1000) / 1000
    const { both, onlyFirst, onlySecond, neither, kappa, alpha } = row
    return [[label, [both, onlyFirst, onlySecond, neither, digits(kappa.value), digits(alpha.value)]]]
  })
  expect(Object.fromEntries(found)).toEqual(agreementKey)

  const { rows } = await host.call('agreement.profileChange', { settings })
  expect(rows.filter((row) => row.cellChanges || row.statusChanges).map(({ village }) => village)).toEqual(['SP 石坡'])
}, 60_000)
