/**
 * The language of a text from its script: Chinese where Han characters are at least a fifth of the letters, English where
 * Latin letters are most of them; else null. Japanese and Korean also have Han characters and are told by their own.
 */
export function guessLanguage(text: string): string | null {
  const sample =
    text.length <= SAMPLE ? text : text.slice(0, SAMPLE / 2) + text.slice(text.length >> 1).slice(0, SAMPLE / 2)
  const han = count(sample, /\p{Script=Han}/gu)
  const latin = count(sample, /\p{Script=Latin}/gu)
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(sample, /\p{Script=Hangul}/gu)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return null
  if (kana > letters / 10) return 'ja'
  if (hangul > letters / 5) return 'ko'
  if (han >= letters / 5) return 'zh-CN'
  return latin > letters / 2 ? 'en' : null
}

const SAMPLE = 20_000

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** The tag that Tianye uses: what is only called Chinese is read as the Chinese of the mainland. */
export function normaliseLanguage(tag: string): string {
  return tag === 'zh' ? 'zh-CN' : tag
}
