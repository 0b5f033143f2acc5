import { useContext } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { codeName } from '../coding/code-names.ts'
import { CodeReviewsContext, useCodeCount } from './code-count.ts'
import styles from './CodeTree.module.css'

/** A code as a row of the tree: colour, label, name, key, passages here and in the study. */
export function CodeLine({ code }: { readonly code: CodeRow }) {
  const t = useT('codebook')
  const language = useLanguage()
  const name = codeName(code, language)
  return (
    <span className={styles['line']} title={name}>
      <CodeChip
        className={classNames(styles['chip'], !code.codable && styles['group'])}
        colour={code.colour}
        label={code.label}
        name={name}
      />
      {code.shortcut !== null && (
        <kbd aria-label={t('key', { key: code.shortcut.toUpperCase() })}>{code.shortcut.toUpperCase()}</kbd>
      )}
      <ReviewBadge codeId={code.id} />
      <Counts codeId={code.id} />
    </span>
  )
}

/** How many of the user's own codings are to be looked at again. */
function ReviewBadge({ codeId }: { readonly codeId: number }) {
  const t = useT('codebook')
  const own = useContext(CodeReviewsContext).get(codeId)?.own ?? 0
  if (own === 0) return null
  const words = t('review.badge', { count: own })
  return (
    <span className={styles['badge']} role="img" aria-label={words} title={words}>
      {own}
    </span>
  )
}

function Counts({ codeId }: { readonly codeId: number }) {
  const t = useT('codebook')
  const count = useCodeCount(codeId)
  if (count === null) return null
  const { here, study } = count
  const words = here === null ? t('countStudy', { count: study }) : t('countBoth', { here, study })
  return (
    <span className={styles['counts']} role="img" aria-label={words} title={words}>
      {here !== null && <b className={here === 0 ? styles['zero'] : ''}>{here}</b>}
      <span className={study === 0 ? styles['zero'] : ''}>{study}</span>
    </span>
  )
}
