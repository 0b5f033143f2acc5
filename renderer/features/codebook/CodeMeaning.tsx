import type { CodeRow } from '../../../shared/contract/code.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'

export interface CodeMeaningProps {
  readonly code: CodeRow
  /** In the summary, where several codes are explained; absent: "Definition". */
  readonly title?: string
  readonly className?: string
}

/** What a code means now, with what it includes and excludes: what every passage is held against. Can be folded. */
export function CodeMeaning({ code, title, className }: CodeMeaningProps) {
  const t = useT('codebook')
  const language = useLanguage()
  const text =
    code.texts.find((candidate) => candidate.language === language && candidate.definition !== '') ??
    code.texts.find(({ definition }) => definition !== '')
  if (text === undefined) return null
  return (
    <details className={className} open>
      <summary>{title ?? t('field.definition')}</summary>
      <div lang={text.language}>
        <p>{text.definition}</p>
        {text.include !== '' && (
          <p>
            <b>{t('field.include')}</b> {text.include}
          </p>
        )}
        {text.exclude !== '' && (
          <p>
            <b>{t('field.exclude')}</b> {text.exclude}
          </p>
        )}
      </div>
    </details>
  )
}
