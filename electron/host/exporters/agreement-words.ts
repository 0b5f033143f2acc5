import { agreementTermsIn, type AgreementTerms } from '../../../shared/agreement/agreement-terms.ts'

/** The words that an exported agreement carries, in the language chosen for the file. */
export interface AgreementWords extends AgreementTerms {
  readonly sheet: string
  readonly attributes: string
  readonly documents: string
  readonly about: string
  readonly code: string
  readonly both: string
  readonly onlyFirst: string
  readonly onlySecond: string
  readonly neither: string
  readonly appliedUnits: string
  readonly prevalence: string
  readonly low: string
  readonly high: string
  /** Between a figure and its bound, in headings. */
  readonly bound: string
  readonly why: string
  readonly mean: string
  readonly pooled: string
  readonly matches: string
  readonly first: string
  readonly second: string
  readonly f1: string
  readonly where: string
  readonly length: string
  readonly what: string
  readonly coverage: string
  readonly overlaps: string
  readonly attribute: string
  readonly pairs: string
  readonly unstated: string
  readonly mixed: string
  readonly transcript: string
  readonly village: string
  readonly coders: string
  readonly units: string
  readonly textHash: string
  readonly leftOut: string
  readonly study: string
  readonly unit: string
  readonly settings: string
  readonly sentence: string
  readonly software: string
  readonly made: string
  readonly warnings: string
}

const en: AgreementWords = {
  ...agreementTermsIn('en'),
  sheet: 'Agreement',
  attributes: 'Attributes',
  documents: 'Transcripts',
  about: 'About',
  code: 'code',
  both: 'both',
  onlyFirst: 'first only',
  onlySecond: 'second only',
  neither: 'neither',
  appliedUnits: 'units applied',
  prevalence: 'prevalence',
  low: 'low',
  high: 'high',
  bound: ': ',
  why: 'not estimable because',
  mean: '(mean of codes with enough units)',
  pooled: '(pooled κ)',
  matches: 'matched',
  first: 'passages of the first',
  second: 'passages of the second',
  f1: 'F1',
  where: '|uα (where)',
  length: 'coded characters, all coders',
  what: '(k)uα (what)',
  coverage: 'coverage',
  overlaps: 'overlapping passages: no figure',
  attribute: 'attribute',
  pairs: 'pairs',
  unstated: 'nobody states it',
  mixed: 'stated in two ways',
  transcript: 'transcript',
  village: 'village',
  coders: 'coders',
  units: 'units',
  textHash: 'SHA-256 of the text',
  leftOut: 'left out',
  study: 'Study',
  unit: 'Unit of analysis',
  settings: 'Settings (JSON)',
  sentence: 'For the methods section',
  software: 'Tianye',
  made: 'Made',
  warnings: 'To be minded',
}

const zh: AgreementWords = {
  ...agreementTermsIn('zh-CN'),
  sheet: '一致性',
  attributes: '片段属性',
  documents: '访谈稿',
  about: '说明',
  code: '编码',
  both: '双方都用',
  onlyFirst: '仅第一位',
  onlySecond: '仅第二位',
  neither: '双方都未用',
  appliedUnits: '使用该编码的单位数',
  prevalence: '使用率',
  low: '下限',
  high: '上限',
  bound: '：',
  why: '无法估计的原因',
  mean: '（单位足够的编码的平均）',
  pooled: '（合并 κ）',
  matches: '配对数',
  first: '第一位的片段',
  second: '第二位的片段',
  f1: 'F1',
  where: '|uα（位置）',
  length: '编码字符数（全部编码员）',
  what: '(k)uα（类别）',
  coverage: '覆盖率',
  overlaps: '有重叠片段，不作估计',
  attribute: '属性',
  pairs: '片段对数',
  unstated: '双方都未注明',
  mixed: '同一片段内说法不一',
  transcript: '访谈稿',
  village: '村庄',
  coders: '编码员',
  units: '单位数',
  textHash: '文本的 SHA-256',
  leftOut: '未计入',
  study: '研究',
  unit: '分析单位',
  settings: '设置（JSON）',
  sentence: '方法部分用语',
  software: '田野（Tianye）',
  made: '生成时间',
  warnings: '须留意',
}

/** Headings and values that programs read: they stay as they are, whatever the language. */
export const TIDY_WORDS: AgreementWords = {
  ...en,
  onlyFirst: 'only_first',
  onlySecond: 'only_second',
  appliedUnits: 'applied_units',
  figures: { percent: 'percent', positive: 'f1', negative: 'negative', kappa: 'kappa', alpha: 'alpha', ac1: 'ac1' },
  bound: '_',
  why: 'reason',
  first: 'passages_first',
  second: 'passages_second',
  f1: 'f1',
  where: 'u_alpha_where',
  length: 'coded_characters',
  what: 'k_u_alpha',
  reasons: {
    no_pairs: 'no_pairs',
    no_variation: 'no_variation',
    never_applied: 'never_applied',
    always_applied: 'always_applied',
    empty: 'empty',
    too_few_units: 'too_few_units',
    not_on_scale: 'not_on_scale',
    overlapping_values: 'overlapping_values',
    too_large: 'too_large',
  },
}

export function agreementWordsIn(language: string): AgreementWords {
  return language.startsWith('zh') ? zh : en
}
