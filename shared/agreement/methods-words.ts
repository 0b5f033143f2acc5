import type { AgreementUnit } from '../contract/agreement-settings.ts'

export interface HowRated {
  readonly codes: number
  readonly rollUp: boolean
  readonly unit: AgreementUnit
  readonly units: number
  readonly half: boolean
  readonly interviewers: boolean
  readonly affirmed: boolean
  readonly version: string | null
}

interface IntervalFacts {
  readonly percent: string
  readonly replicates: number
  readonly seed: number
}

type Range = readonly [low: string, high: string] | null

/** The words of the methods sentence in one language. */
export interface MethodsWords {
  readonly between: string
  who(coders: readonly string[], documents: number, villages: number): string
  how(how: HowRated): string
  means(codes: number, least: number, figures: readonly string[]): string
  figure(label: string, value: string, range: Range, of: number | null): string
  interval(value: string, low: string, high: string): string
  pooled(value: string): string
  sets(value: string, counted: boolean, empty: number): string
  spans(f1: string, matches: number, first: number, second: number, overlap: string): string
  continuum(length: number, codes: number, mean: string, range: Range): string
  bootstrap(interval: IntervalFacts, cluster: 'document' | 'unit', unit: AgreementUnit): string
  analytic(interval: IntervalFacts): string
  scale(source: string): string
  noHeadline(least: number): string
  leftOut(documents: number): string
  software(version: string): string
  readonly missing: string
  readonly unfinished: string
  readonly notEstimable: string
  readonly coefficients: Readonly<Record<'alpha' | 'ac1' | 'percent' | 'positive', string>>
  readonly kappas: Readonly<Record<'cohen_one_versus_rest' | 'conger_one_versus_rest', string>>
}

const number = (value: number) => value.toLocaleString('en-US')
const counted = (count: number, one: string, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`
const joined = (parts: readonly string[], last: string) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}${last}${parts.at(-1) ?? ''}`

const UNITS_EN: Record<AgreementUnit, (units: number) => string> = {
  document: (units) => `the transcript as the unit of analysis (${number(units)} in all)`,
  turn: (units) => `the speaker turn as the unit of analysis (${number(units)} in all)`,
  sentence: (units) => `the sentence as the unit of analysis (${number(units)} in all)`,
  episode: (units) => `the episode as the unit of analysis (${number(units)} in all)`,
  character: (units) => `the single character as the unit (${number(units)} in all)`,
  spans: () => 'the marked passage as the unit of analysis',
  continuum: (units) => `the text as a continuum of ${number(units)} characters`,
}

export const en: MethodsWords = {
  between: ' ',
  who: (coders, documents, villages) =>
    `${joined(coders, ' and ')} ${coders.length === 2 ? 'both coded' : 'coded'} ${counted(documents, 'transcript')}${villages > 0 ? ` from ${counted(villages, 'village')}` : ''}${coders.length === 2 ? '' : ', each coded by two or more of them'}.`,
  how: ({ codes, rollUp, unit, units, half, interviewers, affirmed, version }) =>
    `${[
      `Agreement was computed for ${counted(codes, 'code')}, applied or not applied, with ${UNITS_EN[unit](units)}`,
      ...(unit === 'turn' || unit === 'sentence' || unit === 'document' || unit === 'episode'
        ? [
            `a code counted as applied where ${half ? 'passages covered at least half of the unit' : 'a passage touched at least one character of the unit'}`,
          ]
        : []),
      rollUp ? 'a code included the codes below it' : 'each code stood for itself without the codes below it',
      `interviewers’ speech was ${interviewers ? 'included' : 'excluded'}`,
      affirmed ? 'only affirmed passages counted' : 'passages of any polarity counted',
      ...(version === null ? [] : [`the version read was “${version}”`]),
    ].join('; ')}.`,
  means: (codes, least, figures) =>
    `Over the ${counted(codes, 'code')} applied to at least ${least} units, ${joined(figures, ', and ')}.`,
  figure: (label, value, range, of) =>
    `mean ${label} was ${value}${range === null ? '' : ` (range ${range[0]} to ${range[1]}${of === null ? '' : `; ${of} codes estimable`})`}`,
  interval: (value, low, high) => `${value} [${low}, ${high}]`,
  pooled: (value) => `Pooled κ (De Vries et al. 2008) was ${value}.`,
  sets: (value, all, empty) =>
    `Krippendorff’s α of the sets of codes per unit with MASI distance was ${value}${all ? `, ${counted(empty, 'unit')} that nobody coded included` : `, ${counted(empty, 'unit')} that nobody coded left out`}.`,
  spans: (f1, matches, first, second, overlap) =>
    `Of ${number(first)} and ${number(second)} passages, ${number(matches)} matched one to one under the same code with an overlap (intersection over union) of at least ${overlap}: F1 = ${f1}, not corrected for chance.`,
  continuum: (length, codes, mean, range) =>
    `Krippendorff’s unitizing alpha (|uα; Krippendorff et al. 2016) was computed for each of ${counted(codes, 'code')} over L = ${number(length)} characters: mean ${mean}${range === null ? '' : ` (range ${range[0]} to ${range[1]})`}.`,
  bootstrap: ({ percent, replicates, seed }, cluster, unit) =>
    `Brackets give ${percent}% percentile bootstrap intervals from ${number(replicates)} replicates that resampled ${cluster === 'document' ? 'transcripts' : unit === 'character' ? 'turns within transcripts' : `${unit}s within transcripts, which understates the uncertainty`} (seed ${seed}).`,
  analytic: ({ percent }) =>
    `Brackets give analytic ${percent}% intervals (Gwet 2014), which take units for independent.`,
  scale: (source) => `Values are put into words by ${source}, a convention.`,
  noHeadline: (least) =>
    least > 1 ? `No code was applied to ${least} units or more, so only counts are reported.` : 'No code was applied.',
  leftOut: (documents) =>
    `${counted(documents, 'transcript')} of the selection ${documents === 1 ? 'was' : 'were'} left out for want of double coding.`,
  software: (version) => `Computed with Tianye ${version}.`,
  missing: 'Transcripts that a coder did not work on are missing for that coder, not taken as uncoded.',
  unfinished: 'Some of the coding was not marked as finished.',
  notEstimable: 'not estimable',
  coefficients: {
    alpha: 'Krippendorff’s α (nominal)',
    ac1: 'Gwet’s AC1',
    percent: 'pairwise percent agreement',
    positive: 'positive agreement (F1)',
  },
  kappas: {
    cohen_one_versus_rest: 'Cohen’s κ (one code versus all others)',
    conger_one_versus_rest: 'Conger’s κ (one code versus all others)',
  },
}

const UNITS_ZH: Record<AgreementUnit, (units: number) => string> = {
  document: (units) => `以访谈稿为分析单位（共 ${number(units)} 篇）`,
  turn: (units) => `以话轮为分析单位（共 ${number(units)} 个）`,
  sentence: (units) => `以句子为分析单位（共 ${number(units)} 句）`,
  episode: (units) => `以情节为分析单位（共 ${number(units)} 个）`,
  character: (units) => `以字符为单位（共 ${number(units)} 个）`,
  spans: () => '以编码片段为分析单位',
  continuum: (units) => `把文本视为长 ${number(units)} 个字符的连续体`,
}

const UNIT_NAMES_ZH: Record<AgreementUnit, string> = {
  document: '访谈稿',
  turn: '话轮',
  sentence: '句子',
  episode: '情节',
  character: '话轮',
  spans: '片段',
  continuum: '片段',
}

export const zh: MethodsWords = {
  between: '',
  who: (coders, documents, villages) =>
    `${coders.slice(0, -1).join('、')}和${coders.at(-1) ?? ''}${coders.length === 2 ? '都' : ''}编码了${villages > 0 ? ` ${number(villages)} 个村庄的` : ''} ${number(documents)} 篇访谈稿${coders.length === 2 ? '' : '，每篇至少由其中两人编码'}。`,
  how: ({ codes, rollUp, unit, units, half, interviewers, affirmed, version }) =>
    `${[
      `一致性按 ${number(codes)} 个编码逐一计算（使用与否），${UNITS_ZH[unit](units)}`,
      ...(unit === 'turn' || unit === 'sentence' || unit === 'document' || unit === 'episode'
        ? [half ? '片段覆盖单位的一半以上即算使用该编码' : '片段触及单位内至少一个字符即算使用该编码']
        : []),
      rollUp ? '上级编码包含其下级编码' : '各编码不含其下级编码',
      interviewers ? '访谈者的话计入' : '访谈者的话不计入',
      affirmed ? '只计肯定的片段' : '片段不论极性',
      ...(version === null ? [] : [`所读语言版本为“${version}”`]),
    ].join('；')}。`,
  means: (codes, least, figures) => `在至少用于 ${least} 个单位的 ${number(codes)} 个编码上，${figures.join('，')}。`,
  figure: (label, value, range, of) =>
    `${label}平均为 ${value}${range === null ? '' : `（${range[0]} 至 ${range[1]}${of === null ? '' : `；${of} 个编码可估计`}）`}`,
  interval: (value, low, high) => `${value} [${low}, ${high}]`,
  pooled: (value) => `合并 κ（De Vries 等 2008）为 ${value}。`,
  sets: (value, all, empty) =>
    `各单位编码集合的 Krippendorff α（MASI 距离）为 ${value}，${all ? '计入' : '不计'}无人编码的 ${number(empty)} 个单位。`,
  spans: (f1, matches, first, second, overlap) =>
    `两方各有 ${number(first)} 个和 ${number(second)} 个片段，编码相同且重叠度（交并比）不低于 ${overlap} 的一一配对 ${number(matches)} 对，F1 = ${f1}，未作机遇校正。`,
  continuum: (length, codes, mean, range) =>
    `对 ${number(codes)} 个编码分别计算 Krippendorff 单元化 α（|uα，Krippendorff 等 2016），L = ${number(length)} 个字符，平均为 ${mean}${range === null ? '' : `（${range[0]} 至 ${range[1]}）`}。`,
  bootstrap: ({ percent, replicates, seed }, cluster, unit) =>
    `方括号内为 ${percent}% 百分位自助法区间，${cluster === 'document' ? '以访谈稿' : `在访谈稿内以${UNIT_NAMES_ZH[unit]}`}重抽样 ${number(replicates)} 次（种子 ${seed}）${cluster === 'document' ? '' : '，因而低估了不确定性'}。`,
  analytic: ({ percent }) => `方括号内为解析法 ${percent}% 区间（Gwet 2014），假定各单位相互独立。`,
  scale: (source) => `数值的文字评语依 ${source} 的惯例。`,
  noHeadline: (least) => (least > 1 ? `没有编码用于 ${least} 个以上的单位，因此只报告计数。` : '没有使用任何编码。'),
  leftOut: (documents) => `所选访谈稿中有 ${number(documents)} 篇因未经双人编码而未计入。`,
  software: (version) => `以田野（Tianye）${version} 计算。`,
  missing: '编码员未编码的访谈稿对其按缺失处理，不视为未使用编码。',
  unfinished: '部分编码尚未标记为完成。',
  notEstimable: '无法估计',
  coefficients: {
    alpha: 'Krippendorff α（名义）',
    ac1: 'Gwet AC1',
    percent: '两两一致百分比',
    positive: '正向一致（F1）',
  },
  kappas: {
    cohen_one_versus_rest: 'Cohen κ（该编码对其余）',
    conger_one_versus_rest: 'Conger κ（该编码对其余）',
  },
}
