import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Help } from '../../ui/Help.tsx'
import styles from './SettingsPanel.module.css'

export interface SettingRowProps {
  /** What is chosen. Absent where the control says it itself. */
  readonly label?: string
  /** What it is called in the name of its explanation; absent: `label`. */
  readonly about?: string
  /** What the choice does to the figures, in a sentence or two. */
  readonly help: string
  readonly children: ReactNode
}

/** A choice: what it is, the control, and on demand what it does to the figures. */
export function SettingRow({ label, about = label, help, children }: SettingRowProps) {
  const t = useT('agreement')
  return (
    <div className={styles['row']}>
      {label !== undefined && (
        <span aria-hidden="true" className={styles['label']}>
          {label}
        </span>
      )}
      <div className={label === undefined ? styles['wide'] : styles['control']}>{children}</div>
      <Help label={t('settings.about', { what: about ?? '' })}>
        <p>{help}</p>
      </Help>
    </div>
  )
}
