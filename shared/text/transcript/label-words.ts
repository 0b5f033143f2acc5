/** Words that say what a label is. Compared with the label's key (see label.ts), so in lower case and half width. */

const NUMBERED = String.raw`(?:\s*\d{1,3}|\s+[a-z])?`
const NUMBERED_HAN = String.raw`\s*(?:\d{1,3}|[a-z]|[甲乙丙丁戊己庚辛])?`

const INTERVIEWER = new RegExp(
  String.raw`^(?:(?:interviewer|moderator|facilitator|researcher|host|int|q|question)${NUMBERED}|` +
    String.raw`(?:访谈者|访谈人|访谈员|采访者|采访人|访问者|访问员|调查员|调研员|主持人|研究者|研究员|问)${NUMBERED_HAN})$`,
)
const RESPONDENT = new RegExp(
  String.raw`^(?:(?:respondent|interviewee|participant|informant|narrator|resp|a|answer)${NUMBERED}|` +
    String.raw`(?:受访者|受访人|被访者|被访人|被访谈者|访谈对象|回答者|村民|农户|农民|答)${NUMBERED_HAN})$`,
)
const SOMEONE = new RegExp(
  String.raw`^(?:(?:speaker|voice|unknown|unidentified|male|female|man|woman|translator|interpreter|observer)${NUMBERED}|` +
    String.raw`(?:说话人|发言人|讲话人|翻译|旁人|众人|男|女|甲|乙|丙|丁)${NUMBERED_HAN})$`,
)

/** Lines that begin like this are remarks or fields, not speech, unless the user says otherwise. */
const REMARK = new RegExp(
  String.raw`^(?:note|notes|nb|n\.b\.|ps|p\.s\.|re|cf|see|eg|e\.g\.|ie|i\.e\.|example|for example|for instance|summary|` +
    String.raw`warning|source|title|subject|date|time|place|location|duration|recording|background|context|comment|` +
    String.raw`remark|remarks|abstract|keywords|tel|phone|email|address|http|https|ftp|mailto|file|` +
    String.raw`注|备注|附注|注意|说明|提示|例|例如|比如|譬如|比方说|如|又如|总结|小结|结论|摘要|关键词|标题|题目|主题|来源|出处|` +
    String.raw`日期|时间|地点|地址|电话|时长|录音|背景|原文|译文|观察|另外|此外|其中|首先|其次|最后|总之|结果|原因|目的|内容|情况|问题是)\s*\d{0,3}$`,
)

/** A label that ends like this introduces quoted speech or a list inside a turn. */
const LEADS_ON =
  /(?:说|说道|讲|问|答|喊|叫|嚷|骂|写|写道|告诉|表示|认为|觉得|指出|强调|回答|提到|谈到|听到|看到|知道|是|有|叫做|包括|例如|比如|如下|的|了|着|呢|吧|吗|啊|嘛|就|都|也|还|又|句话|件事|原因|一点|方面|问题|办法)$/
const LEADS_ON_LATIN =
  /(?:^|\s)(?:said|says|say|asked|asks|ask|told|tells|replied|answered|wrote|writes|thought|thinks|think|is|are|was|were|that|me|him|her|them|us|following|this|these|like|follows|point|thing|things|and|or|but|to|of|the|a)$/
/** Endings of the same kind that are also common in given names (李想, 王有为). */
const LEADS_ON_OR_NAME = /[想道为]$/
const OPENS_A_SENTENCE = /^[我你您他她它咱这那谁什怎就也都还又再只因所如认以知但而或不没]/

export type LabelWord = 'interviewer' | 'respondent' | 'someone' | 'remark'

/** What the words of a label say it is; null where they say nothing. */
export function labelWord(key: string): LabelWord | null {
  if (INTERVIEWER.test(key)) return 'interviewer'
  if (RESPONDENT.test(key)) return 'respondent'
  if (SOMEONE.test(key)) return 'someone'
  return REMARK.test(key) ? 'remark' : null
}

/**
 * Whether the label is the beginning of a sentence that goes on behind the colon: 他说, 我们那时候, I told them. What could also be
 * a name is taken for one where it comes `count` ≥ 3 times.
 */
export function leadsOn(key: string, count: number): boolean {
  if (key.length < 2) return false
  if (LEADS_ON.test(key) || LEADS_ON_LATIN.test(key)) return true
  // Three characters may still be kin: 他二舅.
  if (key.length > 3 && OPENS_A_SENTENCE.test(key)) return true
  return LEADS_ON_OR_NAME.test(key) && (count < 3 || key.length > 3 || OPENS_A_SENTENCE.test(key))
}

export type LabelShape = 'id' | 'name' | 'phrase'

/** In UTF-16 code units. */
const LONGEST_LABEL = 40
const SENTENCE_PUNCTUATION = /[。！？!?；;，,、…“”"《》<>=@#|\\/]|\.\s+\p{Ll}/u
const ID = /^(?:\p{Lu}{1,4}|(?:\p{Lu}{1,4}-){0,2}\p{Lu}{1,4}[-_ ]?\d{1,4}\p{Ll}?)$/u
const LATIN_WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}'’.-]*|\d{1,3}|de|da|del|der|di|du|la|le|van|von|of|bin|al|el)`
const LATIN_NAME = new RegExp(String.raw`^${LATIN_WORD}(?: ${LATIN_WORD}){0,4}$`, 'u')
const HAN_NAME =
  /^(?:\p{Script=Han}{1,4}|\p{Script=Han}{1,6}·\p{Script=Han}{1,6}|\p{Script=Han}{1,4}(?:书记|主任|村长|支书|队长|组长|老师|大爷|大娘|大妈|大叔|大婶|阿姨|奶奶|爷爷|医生|干部|会计|主席|镇长|经理|先生|女士))\d{0,2}$/u
const NOT_IN_A_NAME = /[的了是在有和与及件个条点项次年月号这那每第]/
const TITLE_IN_BRACKETS = /\s*[(（][^()（）]{1,20}[)）]$/

/**
 * What a label looks like: a code (F5, SP-F5, AW), a person's name or form of address, or some other short phrase; null
 * for what can be no label because it is too long, has no letter, or holds the punctuation of sentences.
 */
export function labelShape(label: string): LabelShape | null {
  if (label.length > LONGEST_LABEL || !/\p{L}/u.test(label) || SENTENCE_PUNCTUATION.test(label)) return null
  const bare = label.replace(TITLE_IN_BRACKETS, '').normalize('NFKC')
  if (ID.test(bare)) return 'id'
  if (LATIN_NAME.test(bare)) return 'name'
  if (HAN_NAME.test(bare) && !NOT_IN_A_NAME.test(bare) && (bare.length === 1 || !OPENS_A_SENTENCE.test(bare)))
    return 'name'
  return bare.length <= 12 || (bare.split(' ').length <= 3 && !/\p{Script=Han}/u.test(bare)) ? 'phrase' : null
}
