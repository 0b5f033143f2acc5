import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { CodeMeaning } from '../codebook/CodeMeaning.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import styles from './Resolver.module.css'

/** What the codes concerned mean, to hold the passage against; an episode's are its main codes. */
export function Meanings({ row }: { readonly row: DisagreementRow }) {
  const language = useLanguage()
  const { byId } = useCodebook()
  const sides = [row.a, row.b].filter((side) => side !== null)
  const codeIds = new Set(
    sides.flatMap(({ codeId, episode }) => [
      ...(codeId === null ? [] : [codeId]),
      ...(episode?.primaries.map((primary) => primary.codeId) ?? []),
    ]),
  )
  const codes = [...codeIds].flatMap((id) => byId.get(id) ?? [])
  if (codes.length === 0) return null
  return (
    <div className={styles['meanings']}>
      {codes.map((code) => (
        <CodeMeaning key={code.id} code={code} title={codeTitle(code, language)} className={styles['meaning'] ?? ''} />
      ))}
    </div>
  )
}
