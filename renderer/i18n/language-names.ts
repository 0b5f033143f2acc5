/** Languages that transcripts are offered in, the likeliest first. Files may name any other. */
export const TEXT_LANGUAGES: readonly string[] = [
  'zh-CN',
  'en',
  'zh-TW',
  'yue',
  'bo',
  'ug',
  'mn',
  'ja',
  'ko',
  'vi',
  'th',
  'hi',
  'id',
  'fr',
  'de',
  'es',
  'pt',
  'ru',
  'ar',
  'sw',
]

/** Written Chinese is told apart by its characters, not by its country. */
const WRITTEN_AS: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' }

/** What a language tag is called in the language of the interface; the tag itself where nobody knows. */
export function languageName(tag: string, interfaceLanguage: string): string {
  try {
    return new Intl.DisplayNames([interfaceLanguage], { type: 'language' }).of(WRITTEN_AS[tag] ?? tag) ?? tag
  } catch {
    return tag
  }
}
