/** UTF-16 code units, half from the beginning and half from the middle. */
const SAMPLE = 8000

const LETTERS = /\p{L}/gu
const SCRIPTS = {
  han: /\p{Script=Han}/u,
  latin: /\p{Script=Latin}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
}

/**
 * The language of a text from its script: Chinese where Han characters are at least a fifth of the letters, English where
 * Latin letters are most of them; else null. Japanese and Korean also have Han characters and are told by their own.
 */
export function guessLanguage(text: string): string | null {
  const middle = text.length >> 1
  const sample = text.length <= SAMPLE ? text : text.slice(0, SAMPLE / 2) + text.slice(middle, middle + SAMPLE / 2)
  const letters = sample.match(LETTERS) ?? []
  const share = (script: keyof typeof SCRIPTS) =>
    letters.filter((letter) => SCRIPTS[script].test(letter)).length / letters.length
  if (letters.length === 0) return null
  if (share('kana') > 0.1) return 'ja'
  if (share('hangul') > 0.2) return 'ko'
  if (share('han') >= 0.2) return 'zh-CN'
  return share('latin') > 0.5 ? 'en' : null
}

/** The tag that Tianye uses: what is only called Chinese is read as the Chinese of the mainland. */
export function normaliseLanguage(tag: string): string {
  return tag === 'zh' ? 'zh-CN' : tag
}
