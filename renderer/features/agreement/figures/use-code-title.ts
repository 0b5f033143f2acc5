import { useLanguage } from '../../../i18n/i18n.ts'
import { codeTitle } from '../../coding/code-names.ts'
import { useCodebook } from '../../coding/use-codebook.ts'

/** How a code is called in words, in the interface language. */
export function useCodeTitle(): (codeId: number) => string {
  const language = useLanguage()
  const { byId } = useCodebook()
  return (codeId) => {
    const code = byId.get(codeId)
    return code === undefined ? '' : codeTitle(code, language)
  }
}
