import { useId } from 'react'
import { useT } from '../../i18n/i18n.ts'
import styles from './CodeDialog.module.css'
import { CODE_COLOURS } from './palette.ts'

/** A colour of the palette, or any other: `#rrggbb`. */
export function ColourChoice({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (colour: string) => void
}) {
  const t = useT('codebook')
  const id = useId()
  return (
    <fieldset className={styles['colours']}>
      <legend>{t('dialog.colour')}</legend>
      {CODE_COLOURS.map((colour, position) => (
        <label key={colour} className={styles['colour']} style={{ backgroundColor: colour }}>
          <input
            type="radio"
            name={`${id}colour`}
            aria-label={t('dialog.colourNumber', { number: position + 1, colour })}
            checked={colour === value}
            onChange={() => {
              onChange(colour)
            }}
          />
        </label>
      ))}
      <label className={styles['custom']}>
        <span>{t('dialog.otherColour')}</span>
        <input
          type="color"
          value={value}
          onChange={(event) => {
            onChange(event.target.value.toLowerCase())
          }}
        />
      </label>
    </fieldset>
  )
}
