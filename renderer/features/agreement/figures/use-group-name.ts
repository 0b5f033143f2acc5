import type { AgreementBy, AgreementGroup } from '../../../../shared/contract/agreement.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { languageName } from '../../../i18n/language-names.ts'

/** How a group of a breakdown is called. */
export function useGroupName(by: AgreementBy): (group: Pick<AgreementGroup, 'name'>) => string {
  const t = useT('agreement')
  const language = useLanguage()
  return ({ name }) => {
    if (name === null || name === '') return t(`figures.by.without.${by}`)
    return by === 'language' ? languageName(name, language) : name
  }
}
