import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import styles from './Choices.module.css'
import fieldStyles from './Field.module.css'

export interface Choice<V extends string> {
  readonly value: V
  readonly title: string
  /** What it means, in a sentence. */
  readonly text: string
  /** A fact about it, on a line of its own. */
  readonly note?: string
}

export interface ChoicesProps<V extends string> {
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** One of a few, each with what it means: for choices that deserve to be read. */
export function Choices<V extends string>({ label, choices, value, onChange }: ChoicesProps<V>) {
  return (
    <RadioGroup
      value={value}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next)
        if (chosen) onChange(chosen.value)
      }}
      className={fieldStyles['field'] ?? ''}
    >
      <Label className={fieldStyles['label'] ?? ''}>{label}</Label>
      <div className={styles['choices']}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={styles['choice'] ?? ''}>
            <span className={styles['dot']} />
            <span className={styles['words']}>
              <span className={styles['title']}>{choice.title}</span>
              <span className={styles['text']}>{choice.text}</span>
              {choice.note !== undefined && <span className={styles['text']}>{choice.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
