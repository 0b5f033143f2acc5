import type { ReactNode } from 'react'
import styles from './Lines.module.css'

/** Labels with their numbers, one below the other. */
export function Lines({ children }: { readonly children: ReactNode }) {
  return <dl className={styles['lines']}>{children}</dl>
}

export interface LineProps {
  readonly label: string
  /** Shown under the pointer, where the label alone is short. */
  readonly note?: string | undefined
  readonly children: ReactNode
  /** Small print under the label. */
  readonly beneath?: ReactNode
}

export function Line({ label, note, children, beneath }: LineProps) {
  return (
    <div className={styles['line']}>
      <dt title={note}>
        {label}
        {beneath !== undefined && <span className={styles['beneath']}>{beneath}</span>}
      </dt>
      <dd className={styles['value']}>{children}</dd>
    </div>
  )
}
