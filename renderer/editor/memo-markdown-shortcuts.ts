import {
  BOLD_STAR,
  BOLD_UNDERSCORE,
  HEADING,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type Transformer,
} from '@lexical/markdown'

/** What becomes of signs as they are typed: `#` to `###`, `-`, `1.`, `>`, `**bold**`, `*italic*`, `~~struck~~`. */
export const MEMO_MARKDOWN: Transformer[] = [
  { ...HEADING, regExp: /^(#{1,3})\s/ },
  UNORDERED_LIST,
  ORDERED_LIST,
  QUOTE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
]
