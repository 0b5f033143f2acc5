import type { MergeResult } from '../../../shared/contract/merge.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'

/** Whose work a returned file is, and since when: `Work of Li, handed out on 23 November 2026.` */
export function useReturnedBy({ coders, handedOutAt }: MergeResult): string {
  const t = useT('exchange')
  const language = useLanguage()
  return t('returnedBy', {
    coders: new Intl.ListFormat(language, { type: 'conjunction' }).format(coders),
    day: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(handedOutAt),
  })
}
