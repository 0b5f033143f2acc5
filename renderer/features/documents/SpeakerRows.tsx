import { useState } from 'react'
import type { In } from '../../../shared/contract/contract.ts'
import { speakerKindSchema } from '../../../shared/contract/document.ts'
import type { speakerRowSchema } from '../../../shared/contract/document.ts'
import type { z } from 'zod'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DocumentDetailsDialog.module.css'

type SpeakerRow = z.output<typeof speakerRowSchema>

/** More are not shown: such a transcript has no speakers but lines that look like it. */
const SHOWN = 200

/** The speakers of a transcript; each change is saved when the field is left. */
export function SpeakerRows({ speakers }: { readonly speakers: readonly SpeakerRow[] }) {
  const t = useT('documents')
  if (speakers.length === 0) return null
  return (
    <>
      <h3 className={styles['heading']}>{t('speakers.title')}</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('speakers.label')}</th>
            <th scope="col">{t('speakers.kind')}</th>
            <th scope="col">{t('speakers.respondent')}</th>
            <th scope="col">{t('speakers.role')}</th>
          </tr>
        </thead>
        <tbody>
          {speakers.slice(0, SHOWN).map((speaker) => (
            <SpeakerLine key={speaker.id} speaker={speaker} />
          ))}
        </tbody>
      </table>
      {speakers.length > SHOWN && <p>{t('speakers.more', { count: speakers.length - SHOWN })}</p>}
    </>
  )
}

function SpeakerLine({ speaker }: { readonly speaker: SpeakerRow }) {
  const t = useT('documents')
  const tCommon = useT('common')
  const { run } = useHostCommand('speaker.update')

  function update(change: Omit<In<'speaker.update'>, 'id'>): void {
    void run({ id: speaker.id, ...change })
  }

  return (
    <tr>
      <td className={styles['label']} title={speaker.label}>
        {speaker.label}
      </td>
      <td>
        <Select
          label={t('speakers.kind')}
          isLabelHidden
          isQuiet
          options={speakerKindSchema.options.map((kind) => ({ value: kind, label: tCommon(`speakerKind.${kind}`) }))}
          value={speaker.kind}
          onChange={(kind) => {
            update({ kind })
          }}
        />
      </td>
      <td>
        <SavedField
          label={t('speakers.respondentOf', { speaker: speaker.label })}
          value={speaker.caseName ?? ''}
          isDisabled={speaker.kind !== 'respondent'}
          onSave={(respondent) => {
            update({ respondent: respondent || null })
          }}
        />
      </td>
      <td>
        <SavedField
          label={t('speakers.roleOf', { speaker: speaker.label })}
          value={speaker.role ?? ''}
          isDisabled={speaker.kind !== 'respondent'}
          onSave={(role) => {
            update({ role: role || null })
          }}
        />
      </td>
    </tr>
  )
}

interface SavedFieldProps {
  readonly label: string
  readonly value: string
  readonly isDisabled: boolean
  readonly onSave: (value: string) => void
}

function SavedField({ label, value, isDisabled, onSave }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      isLabelHidden
      isDisabled={isDisabled}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== null && typed.trim() !== value) onSave(typed.trim())
        setTyped(null)
      }}
    />
  )
}
