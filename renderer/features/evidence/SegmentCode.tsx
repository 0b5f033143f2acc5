import { useLanguage } from '../../i18n/i18n.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { codeName } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'

/** The chip of a code by its id; nothing while the codebook is not there yet. */
export function SegmentCode({ codeId, className }: { readonly codeId: number; readonly className?: string }) {
  const language = useLanguage()
  const code = useCodebook().byId.get(codeId)
  if (!code) return null
  return (
    <CodeChip
      colour={code.colour}
      label={code.label}
      name={codeName(code, language)}
      {...(className === undefined ? {} : { className })}
    />
  )
}
