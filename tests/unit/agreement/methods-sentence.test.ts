import { describe, expect, test } from 'vitest'
import type { AgreementEstimate, AgreementResult } from '../../../shared/contract/agreement.ts'
import { agreementSettingsSchema, type AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { methodsSentence } from '../../../shared/agreement/methods-sentence.ts'

const estimate = (value: number, low: number | null = null, high: number | null = null): AgreementEstimate => ({
  value,
  reason: null,
  low,
  high,
  undefinedReplicates: low === null ? null : 0,
})

type Facts = Omit<AgreementResult, 'sentences'>

function facts(settings: Partial<AgreementSettings> = {}, more: Partial<Facts> = {}): Facts {
  const row = (codeId: number, alpha: number, hasHeadline = true) => ({
    codeId,
    depth: 0,
    both: 8,
    onlyFirst: 1,
    onlySecond: 1,
    neither: 90,
    appliedUnits: 10,
    hasHeadline,
    prevalence: { value: 0.09, reason: null },
    percent: estimate(0.98),
    positive: estimate(0.889),
    negative: estimate(0.99),
    kappa: estimate(0.878),
    alpha: estimate(alpha),
    ac1: estimate(0.975),
  })
  return {
    settings: agreementSettingsSchema.parse({ coderIds: [1, 2], ...settings }),
    study: 'Study',
    version: '1.2.3',
    coders: [
      { id: 1, name: 'Ana' },
      { id: 2, name: '李明' },
    ],
    codes: [],
    documents: Array.from({ length: 12 }, (_, id) => ({
      id: id + 1,
      name: `D${id}`,
      villageId: 1 + (id % 3),
      village: 'V',
      textHash: 'x',
      coderIds: [1, 2],
      units: 100,
    })),
    leftOut: [],
    units: 1200,
    cluster: 'document',
    warnings: [],
    table: {
      rows: [row(1, 0.9), row(2, 0.41), row(3, 0, false)],
      macro: {
        percent: { ...estimate(0.98, 0.971, 0.99), of: 2 },
        positive: { ...estimate(0.889, 0.8, 0.93), of: 2 },
        kappa: { ...estimate(0.878, 0.7, 0.95), of: 2 },
        alpha: { ...estimate(0.655, -0.001, 0.91), of: 2 },
        ac1: { ...estimate(0.975, 0.9, 1), of: 2 },
      },
      pooled: { value: 0.88, reason: null },
      kappa: 'cohen_one_versus_rest',
      sets: null,
    },
    spans: null,
    continuum: null,
    ...more,
  }
}

describe('the methods sentence', () => {
  test('names who, what, the unit and its rule, the figures with their intervals, the seed and the program', () => {
    expect(methodsSentence(facts(), 'en')).toBe(
      'Ana and 李明 both coded 12 transcripts from 3 villages. Agreement was computed for 3 codes, applied or not applied, with the speaker turn as the unit of analysis (1,200 in all); a code counted as applied where a passage touched at least one character of the unit; a code included the codes below it; interviewers’ speech was excluded; passages of any polarity counted. Over the 2 codes applied to at least 5 units, mean Krippendorff’s α (nominal) was 0.66 [0.00, 0.91] (range 0.41 to 0.90), mean Cohen’s κ (one code versus all others) was 0.88 [0.70, 0.95] (range 0.88 to 0.88), mean Gwet’s AC1 was 0.97 [0.90, 1.00] (range 0.97 to 0.97), mean pairwise percent agreement was 98.0% [97.1%, 99.0%] (range 98.0% to 98.0%), and mean positive agreement (F1) was 0.89 [0.80, 0.93] (range 0.89 to 0.89). Pooled κ (De Vries et al. 2008) was 0.88. Brackets give 95% percentile bootstrap intervals from 2,000 replicates that resampled transcripts (seed 1). Computed with Tianye 1.2.3.',
    )
  })

  test('says the same in Chinese', () => {
    expect(methodsSentence(facts({ coefficients: ['alpha'] }), 'zh-CN')).toBe(
      'Ana和李明都编码了 3 个村庄的 12 篇访谈稿。一致性按 3 个编码逐一计算（使用与否），以话轮为分析单位（共 1,200 个）；片段触及单位内至少一个字符即算使用该编码；上级编码包含其下级编码；访谈者的话不计入；片段不论极性。在至少用于 5 个单位的 2 个编码上，Krippendorff α（名义）平均为 0.66 [0.00, 0.91]（0.41 至 0.90），两两一致百分比平均为 98.0% [97.1%, 99.0%]（98.0% 至 98.0%），正向一致（F1）平均为 0.89 [0.80, 0.93]（0.89 至 0.89）。方括号内为 95% 百分位自助法区间，以访谈稿重抽样 2,000 次（种子 1）。以田野（Tianye）1.2.3 计算。',
    )
  })

  test('every choice that moves a figure changes it, in both languages', () => {
    const choices: Partial<AgreementSettings>[] = [
      { unit: 'sentence' },
      { touch: 'half' },
      { rollUp: false },
      { interviewers: true },
      { polarity: 'affirmed' },
      { version: 'en' },
      { scale: 'krippendorff' },
      { interval: { method: 'bootstrap', replicates: 3000, seed: 1, level: 0.95 } },
      { interval: { method: 'bootstrap', replicates: 2000, seed: 2, level: 0.95 } },
      { interval: { method: 'bootstrap', replicates: 2000, seed: 1, level: 0.9 } },
      { interval: { method: 'analytic', replicates: 2000, seed: 1, level: 0.95 } },
    ]
    for (const language of ['en', 'zh-CN'] as const) {
      const sentences = [facts(), ...choices.map((choice) => facts(choice))].map((own) =>
        methodsSentence(own, language),
      )
      expect(new Set(sentences).size).toBe(choices.length + 1)
    }
  })

  test('warnings and what was left out are said', () => {
    const said = methodsSentence(
      facts(
        {},
        {
          cluster: 'unit',
          leftOut: [{ id: 99, name: 'D99', reason: 'one_coder' }],
          warnings: ['few_documents', 'missing_ratings', 'unfinished'],
        },
      ),
      'en',
    )
    expect(said).toContain('turns within transcripts, which understates the uncertainty')
    expect(said).toContain('1 transcript of the selection was left out')
    expect(said).toContain('missing for that coder')
    expect(said).toContain('not marked as finished')
  })
})
