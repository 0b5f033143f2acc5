/** The language of a BCP 47 tag without region and script: `zh-CN` and `zh` are one language. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? tag
}
