import { useT } from '../../i18n/i18n.ts'
import { TextField } from '../../ui/TextField.tsx'
import { CommandKey } from '../walk/CommandKey.tsx'
import styles from './Resolver.module.css'

export interface NoteFieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  /** It is left: with Enter or Escape, or by pointer. */
  readonly onDone: () => void
}

/** Why one decides as one does: kept with the decision. Enter and Escape give the keys back to the verdicts. */
export function NoteField({ value, onChange, onDone }: NoteFieldProps) {
  const t = useT('disagreements')
  return (
    <div data-disagreement-note="" className={styles['note']}>
      <TextField
        label={t('note')}
        isLabelHidden
        placeholder={t('notePlaceholder')}
        value={value}
        onChange={onChange}
        onBlur={onDone}
        onKeyDown={(event) => {
          if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return
          event.preventDefault()
          document.activeElement?.closest<HTMLElement>('.walk')?.focus()
        }}
      />
      <CommandKey id="walk.disagreement-note" />
    </div>
  )
}

export function focusNote(): void {
  document.querySelector<HTMLElement>('[data-disagreement-note] input')?.focus()
}
