import { Separator } from 'react-resizable-panels'
import styles from './Splitter.module.css'

export interface SplitterProps {
  /** What it resizes, for screen readers: "Width of the transcripts". */
  readonly label: string
}

/** The line between two panels of react-resizable-panels: drag it, or focus it and use the arrow keys. */
export function Splitter({ label }: SplitterProps) {
  return <Separator aria-label={label} className={styles['splitter']} />
}
