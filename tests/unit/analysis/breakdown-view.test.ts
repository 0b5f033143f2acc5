import { describe, expect, test } from 'vitest'
import { concentration, groupLines } from '../../../renderer/features/agreement/figures/breakdown-view.ts'
import type { AgreementBreakdown, AgreementGroup } from '../../../shared/contract/agreement.ts'

const figure = (value: number | null) => ({ value, reason: value === null ? ('no_variation' as const) : null })

const group = (name: string, units: number, disagreements: number, alpha: number | null = 0.5): AgreementGroup => ({
  key: name,
  name,
  documents: 1,
  units,
  disagreements,
  rows: [],
  macro: { percent: figure(0.9), positive: figure(0.5), kappa: figure(0.5), alpha: figure(alpha) },
  pooled: figure(0.5),
})

const breakdown = (...groups: AgreementGroup[]): AgreementBreakdown => ({ by: 'village', groups })
const names = (lines: readonly { group: AgreementGroup }[]) => lines.map(({ group: { name } }) => name)

describe('groups of a breakdown', () => {
  test('have their part of all disagreements and of all units', () => {
    const lines = groupLines(breakdown(group('SP', 60, 3), group('SG', 20, 9)), 'order')
    expect(lines.map(({ disagreements, units }) => [disagreements, units])).toEqual([
      [0.25, 0.75],
      [0.75, 0.25],
    ])
  })

  test('without any disagreement there is nothing to have a part of: not 0 of it', () => {
    expect(groupLines(breakdown(group('SP', 60, 0)), 'order')[0]).toMatchObject({ disagreements: null, units: 1 })
  })

  test('stand in the order asked for: the study’s, most first, the lowest figure first, not estimable last', () => {
    const three = breakdown(group('A', 10, 2, 0.7), group('B', 30, 1, null), group('C', 20, 5, 0.1))
    expect(names(groupLines(three, 'order'))).toEqual(['A', 'B', 'C'])
    expect(names(groupLines(three, 'disagreements'))).toEqual(['C', 'A', 'B'])
    expect(names(groupLines(three, 'units'))).toEqual(['B', 'C', 'A'])
    expect(names(groupLines(three, 'alpha'))).toEqual(['C', 'A', 'B'])
  })
})

describe('where the disagreement is concentrated', () => {
  const where = (...groups: AgreementGroup[]) =>
    concentration(groupLines(breakdown(...groups), 'order'))?.group.name ?? null

  test('where it is more than the text, not simply where there is most text', () => {
    expect(where(group('large', 900, 60), group('small', 100, 40))).toBe('small')
  })

  test('nowhere, where it is spread as the units are, where there is none, and where there is nothing to compare', () => {
    expect(where(group('SP', 50, 10), group('SG', 50, 11))).toBeNull()
    expect(where(group('SP', 50, 0), group('SG', 10, 0))).toBeNull()
    expect(where(group('SP', 50, 10))).toBeNull()
  })
})
