import { useShownKeys } from '../../app/use-shown-keys.ts'
import styles from './Walk.module.css'

/** On a button: the key that does the same, as the user has it now; nothing where there is none. */
export function CommandKey({ id }: { readonly id: string }) {
  const keys = useShownKeys(id)
  return keys === undefined ? null : <kbd className={styles['key']}>{keys}</kbd>
}
