import { ProgressBar } from 'react-aria-components/ProgressBar'
import { Label } from 'react-aria-components/Label'
import styles from './Progress.module.css'

export interface ProgressProps {
  readonly label: string
  readonly done: number
  /** null: unknown, the bar only shows that something goes on. */
  readonly total: number | null
}

export function Progress({ label, done, total }: ProgressProps) {
  return (
    <ProgressBar
      value={done}
      maxValue={total ?? 1}
      isIndeterminate={total === null}
      className={styles['progress'] ?? ''}
    >
      {({ percentage, valueText }) => (
        <>
          <div className={styles['words']}>
            <Label>{label}</Label>
            {total !== null && <span>{valueText}</span>}
          </div>
          <div className={styles['track']}>
            <div
              className={total === null ? styles['unknown'] : styles['bar']}
              style={total === null ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
