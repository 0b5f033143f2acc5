import type { AgreementFigure, AgreementResult } from '../../../shared/contract/agreement.ts'
import type { AgreementUnit } from '../../../shared/contract/agreement-settings.ts'

/** The words that an exported agreement carries, in the language chosen for the file. */
export interface AgreementWords {
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
  readonly figures: Readonly<Record<'percent' | 'positive' | 'negative' | 'kappa' | 'alpha' | 'ac1', string>>
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
  readonly unitNames: Readonly<Record<AgreementUnit, string>>
  readonly reasons: Readonly<Record<NonNullable<AgreementFigure['reason']>, string>>
  readonly leftOutReasons: Readonly<Record<AgreementResult['leftOut'][number]['reason'], string>>
  readonly warningTexts: Readonly<Record<AgreementResult['warnings'][number], string>>
}

const en: AgreementWords = {
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
  figures: {
    percent: 'percent agreement',
    positive: 'F1 (positive agreement)',
    negative: 'negative agreement',
    kappa: 'κ (one versus rest)',
    alpha: 'Krippendorff’s α',
    ac1: 'AC1',
  },
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
  unitNames: {
    document: 'transcript',
    turn: 'turn',
    sentence: 'sentence',
    episode: 'episode',
    character: 'character',
    spans: 'passage',
    continuum: 'continuum',
  },
  reasons: {
    no_pairs: 'no unit was rated by two coders',
    no_variation: 'all ratings are alike',
    never_applied: 'nobody applied it',
    always_applied: 'everybody applied it everywhere',
    empty: 'nothing to count',
    too_few_units: 'fewer than five units',
    not_on_scale: 'the ratings are not on the scale',
    overlapping_values: 'passages of one coder overlap',
    too_large: 'an exact solution takes too long',
  },
  leftOutReasons: {
    nobody: 'none of the coders worked on it',
    one_coder: 'one coder alone worked on it',
    not_all_coders: 'not all coders worked on it',
    no_text: 'nothing in it counts',
    no_episodes: 'no episodes are marked',
    episodes_overlap: 'its episodes overlap',
  },
  warningTexts: {
    few_documents: 'fewer than ten transcripts: intervals are too narrow',
    units_not_independent: 'intervals take units of one interview for independent',
    no_analytic_characters: 'no analytic intervals for characters',
    no_interval: 'these figures have no intervals',
    missing_ratings: 'some coders did not work on some of the transcripts: missing, not 0',
    unfinished: 'not everything is marked as finished',
  },
}

const zh: AgreementWords = {
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
  figures: {
    percent: '一致百分比',
    positive: 'F1（正向一致）',
    negative: '负向一致',
    kappa: 'κ（该编码对其余）',
    alpha: 'Krippendorff α',
    ac1: 'AC1',
  },
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
  unitNames: {
    document: '访谈稿',
    turn: '话轮',
    sentence: '句子',
    episode: '情节',
    character: '字符',
    spans: '片段',
    continuum: '连续体',
  },
  reasons: {
    no_pairs: '没有两位编码员都评过的单位',
    no_variation: '所有评定都相同',
    never_applied: '无人使用',
    always_applied: '所有人处处使用',
    empty: '没有可计数的内容',
    too_few_units: '不足五个单位',
    not_on_scale: '评定不在量尺上',
    overlapping_values: '同一编码员的片段重叠',
    too_large: '精确求解耗时过长',
  },
  leftOutReasons: {
    nobody: '这些编码员都未编码',
    one_coder: '只有一位编码员编码',
    not_all_coders: '并非所有编码员都编码',
    no_text: '没有计入的文字',
    no_episodes: '未标记情节',
    episodes_overlap: '情节相互重叠',
  },
  warningTexts: {
    few_documents: '不足十篇访谈稿，区间偏窄',
    units_not_independent: '区间把同一访谈中的单位当作相互独立',
    no_analytic_characters: '字符层面不给解析区间',
    no_interval: '这些数值没有区间',
    missing_ratings: '有编码员未编码部分访谈稿：按缺失处理，不是 0',
    unfinished: '部分编码尚未标记为完成',
  },
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
