import { useState } from 'react'
import { useSettings, useUpdateSettings } from '../../app/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { ColourField } from '../../ui/ColourField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './SettingsDialog.module.css'

/** Who am I: the name under which one's codings stand. Saved when the field is left. */
export function CoderFields() {
  const t = useT('settings')
  const { coder } = useSettings()
  const update = useUpdateSettings()
  const [typed, setTyped] = useState<{ name?: string; initials?: string }>({})

  function save(): void {
    const name = typed.name?.trim() || coder.name
    const initials = typed.initials?.trim() ?? coder.initials
    setTyped({})
    if (name !== coder.name || initials !== coder.initials) update({ coder: { ...coder, name, initials } })
  }

  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t('coder')}</legend>
      <p className={styles['text']}>{t('coderText')}</p>
      <TextField
        label={t('coderName')}
        value={typed.name ?? coder.name}
        maxLength={200}
        onChange={(name) => {
          setTyped({ ...typed, name })
        }}
        onBlur={save}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('coderInitials')}
          value={typed.initials ?? coder.initials}
          maxLength={4}
          onChange={(initials) => {
            setTyped({ ...typed, initials })
          }}
          onBlur={save}
        />
        <ColourField
          label={t('coderColour')}
          value={coder.colour}
          onChange={(colour) => {
            update({ coder: { ...coder, colour } })
          }}
        />
      </div>
    </fieldset>
  )
}
