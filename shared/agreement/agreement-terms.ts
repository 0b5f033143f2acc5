import type { AgreementFigure, AgreementResult } from '../contract/agreement.ts'
import type { AgreementUnit, CoefficientName } from '../contract/agreement-settings.ts'

/** What figures, units, reasons and warnings of agreement are called: the same on the screen and in exported files. */
export interface AgreementTerms {
  readonly figures: Readonly<Record<CoefficientName, string>>
  readonly unitNames: Readonly<Record<AgreementUnit, string>>
  /** Why there is no figure. */
  readonly reasons: Readonly<Record<NonNullable<AgreementFigure['reason']>, string>>
  /** Why a transcript is not in the figures. */
  readonly leftOutReasons: Readonly<Record<AgreementResult['leftOut'][number]['reason'], string>>
  readonly warningTexts: Readonly<Record<AgreementResult['warnings'][number], string>>
}

const en: AgreementTerms = {
  figures: {
    percent: 'percent agreement',
    positive: 'F1 (positive agreement)',
    negative: 'negative agreement',
    kappa: 'κ (one versus rest)',
    alpha: 'Krippendorff’s α',
    ac1: 'AC1',
  },
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
    blind: 'work of some of them is hidden from you until both have finished (blind coding)',
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

const zh: AgreementTerms = {
  figures: {
    percent: '一致百分比',
    positive: 'F1（正向一致）',
    negative: '负向一致',
    kappa: 'κ（该编码对其余）',
    alpha: 'Krippendorff α',
    ac1: 'AC1',
  },
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
    blind: '盲编中：双方都完成之前，部分编码员的工作对您隐藏',
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

/** `language`: a tag; any Chinese has Chinese terms, all else English ones. */
export function agreementTermsIn(language: string): AgreementTerms {
  return language.startsWith('zh') ? zh : en
}
