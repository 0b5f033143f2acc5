/** The few words that an exported codebook carries itself, in the language that the user chose for the file. */
export interface CodebookWords {
  title(study: string): string
  about(codes: number, layer: string, date: string): string
  passages(count: number): string
  withBelow(count: number): string
  readonly group: string
  readonly studyLayer: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
}

const en: CodebookWords = {
  title: (study) => `Codebook: ${study}`,
  about: (codes, layer, date) =>
    `${codes} ${codes === 1 ? 'code' : 'codes'}; passages counted in the layer “${layer}”, original transcripts only; ${date}`,
  passages: (count) => `${count} ${count === 1 ? 'passage' : 'passages'}`,
  withBelow: (count) => `with its subcodes ${count}`,
  group: 'groups other codes',
  studyLayer: 'study: one coder per transcript',
  definition: 'Definition:',
  include: 'Include:',
  exclude: 'Exclude:',
  example: 'Example:',
}

const zh: CodebookWords = {
  title: (study) => `编码本：${study}`,
  about: (codes, layer, date) => `共 ${codes} 个编码；片段数取自“${layer}”图层，只计原文访谈稿；${date}`,
  passages: (count) => `${count} 个片段`,
  withBelow: (count) => `连同下级编码 ${count} 个`,
  group: '只用来归类',
  studyLayer: '研究图层：每篇访谈稿只取一位编码员',
  definition: '定义：',
  include: '纳入：',
  exclude: '排除：',
  example: '例句：',
}

export function codebookWordsIn(language: string): CodebookWords {
  return language.startsWith('zh') ? zh : en
}
