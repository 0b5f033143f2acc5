/** The few words that exported memos carry beside what people wrote. */
export interface MemoWords {
  readonly memos: string
  readonly study: string
  readonly journal: string
  readonly kinds: {
    readonly study: string
    readonly document: string
    readonly case: string
    readonly code: string
    readonly coding: string
    readonly episode: string
  }
  readonly made: string
  readonly changed: string
}

const en: MemoWords = {
  memos: 'Memos',
  study: 'Study',
  journal: 'Journal',
  kinds: {
    study: 'Note on the study',
    document: 'On the transcript',
    case: 'On the case',
    code: 'On the code',
    coding: 'On the coded passage',
    episode: 'On the episode',
  },
  made: 'Made',
  changed: 'last changed',
}

const zh: MemoWords = {
  memos: '备忘录',
  study: '研究',
  journal: '研究日志',
  kinds: {
    study: '关于整个研究',
    document: '关于访谈稿',
    case: '关于个案',
    code: '关于编码',
    coding: '关于编码片段',
    episode: '关于情节',
  },
  made: '生成时间',
  changed: '最后修改于',
}

export function memoWordsIn(language: string): MemoWords {
  return language.startsWith('zh') ? zh : en
}
