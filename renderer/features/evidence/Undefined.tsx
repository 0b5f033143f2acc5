import { classNames } from '../../ui/class-names.ts'
import styles from './Figure.module.css'

export interface UndefinedProps {
  /** Why there is no number. */
  readonly reason: string
  readonly className?: string | undefined
}

/** “–”: not defined, which is not 0. Says why. */
export function Undefined({ reason, className }: UndefinedProps) {
  return (
    <span className={classNames(styles['undefined'], className)} title={reason}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{reason}</span>
    </span>
  )
}
