import type { CodeRow, CodeText } from '../../../shared/contract/code.ts'

/** The code's words in the language, else in the nearest one it has; null for a code without any. */
export function codeText(code: CodeRow, language: string): CodeText | null {
  const primary = language.split('-')[0]
  return (
    code.texts.find((text) => text.language === language && text.name !== '') ??
    code.texts.find((text) => text.language.split('-')[0] === primary && text.name !== '') ??
    code.texts.find((text) => text.name !== '') ??
    null
  )
}

/** The code's name in the language, else in another, else its label. */
export function codeName(code: CodeRow, language: string): string {
  return codeText(code, language)?.name ?? code.label ?? `#${code.id}`
}

/** Label and name together, as in lists and announcements: `M.R Responsive mobilization`. */
export function codeTitle(code: CodeRow, language: string): string {
  const name = codeName(code, language)
  return code.label === null || code.label === name ? name : `${code.label} ${name}`
}
