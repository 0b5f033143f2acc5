import { classNames } from './class-names.ts'
import styles from './CodeChip.module.css'

export interface CodeChipProps {
  readonly colour: string
  /** `M.R`; null for codes without one. */
  readonly label: string | null
  /** The code's name in the reader's language. */
  readonly name: string
  readonly className?: string
}

/** A code as it appears everywhere: a bar of its colour, its label, its name. The colour is never alone. */
export function CodeChip({ colour, label, name, className }: CodeChipProps) {
  return (
    <span className={classNames(styles['chip'], className)}>
      <CodeSwatch colour={colour} />
      {label !== null && <span className={styles['label']}>{label}</span>}
      <span className={styles['name']}>{name}</span>
    </span>
  )
}

/** The bar of colour alone, where the name stands beside it. */
export function CodeSwatch({ colour }: Pick<CodeChipProps, 'colour'>) {
  return <span aria-hidden="true" className={styles['swatch']} style={{ backgroundColor: colour }} />
}
