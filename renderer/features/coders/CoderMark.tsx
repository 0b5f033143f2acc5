import styles from './CoderMark.module.css'

export interface CoderMarkProps {
  readonly initials: string
  /** `#rrggbb`. */
  readonly colour: string
}

/** A coder as the margin signs them: initials, which tell coders apart without the colour. */
export function CoderMark({ initials, colour }: CoderMarkProps) {
  return (
    <span className={styles['mark']} style={{ borderColor: colour }}>
      {initials}
    </span>
  )
}
