import { useFormat } from '../../../i18n/use-format.ts'
import { Undefined } from '../../evidence/Undefined.tsx'
import styles from './figures.module.css'

export interface ShareBarProps {
  /** 0 to 1; null: there is nothing to have a share of. */
  readonly share: number | null
  /** Why there is none. */
  readonly reason: string
  /** A second share to hold it against, drawn as a stroke; it is said elsewhere in the row. */
  readonly against?: number | null
}

/** A share in words with its bar. */
export function ShareBar({ share, reason, against = null }: ShareBarProps) {
  const format = useFormat()
  if (share === null) return <Undefined reason={reason} />
  return (
    <span className={styles['shareCell']}>
      <span className={styles['shareText']}>{format.share(share)}</span>
      {(share > 0 || against !== null) && (
        <span aria-hidden="true" className={styles['bar']}>
          <span className={styles['barFill']} style={{ width: `${share * 100}%` }} />
          {against !== null && <span className={styles['barMark']} style={{ left: `${against * 100}%` }} />}
        </span>
      )}
    </span>
  )
}
