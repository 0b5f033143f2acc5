import { useT } from '../../i18n/i18n.ts'
import styles from './Correction.module.css'

export interface WordDiffProps {
  readonly before: string
  readonly removed: string
  readonly inserted: string
  readonly after: string
}

/** One change of words between the words around it: what went struck through, what came underlined. */
export function WordDiff({ before, removed, inserted, after }: WordDiffProps) {
  return (
    <span className={styles['words']}>
      {before}
      {removed !== '' && <Gone words={removed} />}
      {inserted !== '' && <Come words={inserted} />}
      {after}
    </span>
  )
}

export function Gone({ words }: { readonly words: string }) {
  const t = useT('correction')
  return (
    <del className={styles['gone']}>
      <span className="visually-hidden">{t('diff.gone')}</span>
      {shown(words)}
    </del>
  )
}

export function Come({ words }: { readonly words: string }) {
  const t = useT('correction')
  return (
    <ins className={styles['come']}>
      <span className="visually-hidden">{t('diff.come')}</span>
      {shown(words)}
    </ins>
  )
}

/** A line break that comes or goes must be seen. */
function shown(words: string): string {
  return words.replaceAll('\n', '¶')
}
