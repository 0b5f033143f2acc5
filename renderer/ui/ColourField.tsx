import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { useT } from '../i18n/i18n.ts'
import { CODE_COLOURS } from './code-colours.ts'
import styles from './ColourField.module.css'
import fieldStyles from './Field.module.css'

export interface ColourFieldProps {
  readonly label: string
  /** `#rrggbb`. */
  readonly value: string
  readonly onChange: (colour: string) => void
}

/** A choice of colours that stay apart from each other and from the page in both themes; each has a name. */
export function ColourField({ label, value, onChange }: ColourFieldProps) {
  const t = useT('common')
  const isOther = !CODE_COLOURS.some((colour) => colour.hex === value)
  const choices = isOther ? [{ id: 'other' as const, hex: value }, ...CODE_COLOURS] : CODE_COLOURS
  return (
    <div className={fieldStyles['field']}>
      <Label className={fieldStyles['label'] ?? ''}>{label}</Label>
      <ListBox
        aria-label={label}
        layout="grid"
        orientation="horizontal"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          for (const key of keys) onChange(String(key))
        }}
        className={styles['swatches'] ?? ''}
      >
        {choices.map(({ id, hex }) => (
          <ListBoxItem key={hex} id={hex} textValue={t(`colour.${id}`)} className={styles['swatch'] ?? ''}>
            <span className={styles['colour']} style={{ backgroundColor: hex }} />
            <span className="visually-hidden">{t(`colour.${id}`)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  )
}
