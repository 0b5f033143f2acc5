/** The few words that exported files carry themselves, in the language that the user chose for the file. */
export interface FileWords {
  readonly codeId: string
  readonly code: string
  readonly notStated: string
  readonly documents: string
  readonly uncoded: string
  readonly respondents: string
  readonly amount: string
  readonly matrix: string
  readonly about: string
  readonly study: string
  readonly measure: string
  readonly columns: string
  readonly layer: string
  readonly studyLayer: string
  readonly version: string
  readonly originals: string
  readonly rollUp: string
  readonly yes: string
  readonly no: string
  readonly made: string
  readonly leftOut: string
  readonly emptyCells: string
  readonly measures: { readonly passages: string; readonly respondents: string; readonly amount: string }
  readonly columnKinds: {
    readonly village: string
    readonly document: string
    readonly role: string
    readonly respondent: string
  }
  readonly frequencies: string
  readonly word: string
  readonly total: string
  readonly perThousand: string
  readonly transcripts: string
  readonly allWords: string
  readonly wordsPerPhrase: string
  readonly stopListUsed: string
  readonly leastCount: string
  readonly interviewersLeftOut: string
  readonly othersLeftOut: string
  readonly listedOf: string
}

const en: FileWords = {
  codeId: 'code_id',
  code: 'code',
  notStated: '(not stated)',
  documents: '(transcripts)',
  uncoded: '(transcripts not coded yet)',
  respondents: '(respondents interviewed)',
  amount: '(respondents’ own speech)',
  matrix: 'Matrix',
  about: 'About',
  study: 'Study',
  measure: 'Measure',
  columns: 'Columns',
  layer: 'Layer',
  studyLayer: 'study: one coder per transcript',
  version: 'Language versions',
  originals: 'originals',
  rollUp: 'Subcodes counted with their parents',
  yes: 'yes',
  no: 'no',
  made: 'Made',
  leftOut: 'Left out: coded by several people and not decided',
  emptyCells: 'An empty cell is undefined (nothing coded there yet), not 0.',
  measures: {
    passages: 'coded passages',
    respondents: 'respondents with at least one passage',
    amount: 'words (Chinese: characters) of respondents’ speech',
  },
  columnKinds: { village: 'villages', document: 'transcripts', role: 'roles', respondent: 'respondents' },
  frequencies: 'Words',
  word: 'word',
  total: 'total',
  perThousand: 'per 1,000 words',
  transcripts: 'transcripts',
  allWords: '(all words)',
  wordsPerPhrase: 'Words of a phrase',
  stopListUsed: 'Stop list used',
  leastCount: 'Least count',
  interviewersLeftOut: 'Left out: words of interviewers',
  othersLeftOut: 'Left out: words of other speakers',
  listedOf: 'Different words or phrases; the most frequent are listed',
}

const zh: FileWords = {
  codeId: 'code_id',
  code: '编码',
  notStated: '（未注明）',
  documents: '（访谈稿数）',
  uncoded: '（尚未编码的访谈稿）',
  respondents: '（受访者人数）',
  amount: '（受访者本人的话）',
  matrix: '矩阵',
  about: '说明',
  study: '研究',
  measure: '计量方式',
  columns: '列',
  layer: '图层',
  studyLayer: '研究图层：每篇访谈稿只取一位编码员',
  version: '语言版本',
  originals: '原文',
  rollUp: '子编码计入上级编码',
  yes: '是',
  no: '否',
  made: '生成时间',
  leftOut: '未计入：多人编码而尚未裁定',
  emptyCells: '空格表示没有定义（该处尚未编码），不等于 0。',
  measures: {
    passages: '编码片段数',
    respondents: '至少有一个片段的受访者人数',
    amount: '受访者话语的字数（中文）或词数（其他语言）',
  },
  columnKinds: { village: '村庄', document: '访谈稿', role: '角色', respondent: '受访者' },
  frequencies: '词频',
  word: '词',
  total: '合计',
  perThousand: '每千词次数',
  transcripts: '访谈稿数',
  allWords: '（总词数）',
  wordsPerPhrase: '短语词数',
  stopListUsed: '使用停用词表',
  leastCount: '最少次数',
  interviewersLeftOut: '未计入：访谈者的词数',
  othersLeftOut: '未计入：其他说话人的词数',
  listedOf: '不同的词或短语数；列出最常见的',
}

export function wordsIn(language: string): FileWords {
  return language.startsWith('zh') ? zh : en
}
