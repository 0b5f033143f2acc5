/** A text that is kept in several languages (names of a framework), in the nearest there is: `zh-CN`, else `zh`, else any. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts[language.split('-')[0] ?? ''] ?? Object.values(texts)[0] ?? ''
}
