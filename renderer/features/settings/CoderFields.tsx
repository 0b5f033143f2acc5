import { useState } from 'react'
import type { Settings } from '../../../shared/contract/study.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useSettings, useUpdateSettings } from '../../app/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { ColourField } from '../../ui/ColourField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './SettingsDialog.module.css'

/**
 * Who am I: the name under which one's codings stand. Saved when the field is left. Who has coded in the open study
 * renames that coder, and stays who they are.
 */
export function CoderFields() {
  const t = useT('settings')
  const { coder } = useSettings()
  const { isKnown, save } = useSaveSelf()
  const [typed, setTyped] = useState<{ name?: string; initials?: string }>({})

  function saveTyped(): void {
    const name = typed.name?.trim() || coder.name
    const initials = typed.initials?.trim() ?? coder.initials
    setTyped({})
    if (name !== coder.name || initials !== coder.initials) save({ ...coder, name, initials })
  }

  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t('coder')}</legend>
      <p className={styles['text']}>{t(isKnown ? 'coderTextKnown' : 'coderText')}</p>
      <TextField
        label={t('coderName')}
        value={typed.name ?? coder.name}
        maxLength={200}
        onChange={(name) => {
          setTyped({ ...typed, name })
        }}
        onBlur={saveTyped}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('coderInitials')}
          value={typed.initials ?? coder.initials}
          maxLength={4}
          onChange={(initials) => {
            setTyped({ ...typed, initials })
          }}
          onBlur={saveTyped}
        />
        <ColourField
          label={t('coderColour')}
          value={coder.colour}
          onChange={(colour) => {
            save({ ...coder, colour })
          }}
        />
      </div>
    </fieldset>
  )
}

/** Saves how one signs; `isKnown` where one is a coder of the open study, which then changes and the settings with it. */
function useSaveSelf(): { readonly isKnown: boolean; save(coder: Settings['coder']): void } {
  const update = useUpdateSettings()
  const rename = useHostCommand('coder.update')
  const { data: status } = useHostQuery('study.status', {})
  const isOpen = status?.open !== null && status?.open !== undefined
  const { data: coders } = useHostQuery('coder.list', {}, { enabled: isOpen })
  const id = isOpen ? (coders?.currentId ?? null) : null
  return {
    isKnown: id !== null,
    save: ({ name, initials, colour }) => {
      if (id === null) update({ coder: { name, initials, colour } })
      else void rename.run({ id, name, initials: initials || name.slice(0, 2), colour })
    },
  }
}
