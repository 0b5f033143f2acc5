import styles from './ProgressLine.module.css'
import type { Progress } from './work-progress.ts'

/** A thin bar: the finished part full, what is in progress lighter. Its numbers stand beside it in words. */
export function ProgressLine({
  progress,
  isShort = false,
}: {
  readonly progress: Progress
  readonly isShort?: boolean
}) {
  const share = (count: number): string => `${progress.total === 0 ? 0 : (100 * count) / progress.total}%`
  return (
    <span className={isShort ? styles['short'] : styles['bar']} aria-hidden="true">
      <span className={styles['finished']} style={{ width: share(progress.finished) }} />
      <span className={styles['inProgress']} style={{ width: share(progress.inProgress) }} />
    </span>
  )
}
