import { speakerKindSchema } from '../../../shared/contract/document.ts'
import type { ImportItem } from '../../../shared/contract/transfer.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { SpeakerDraft } from './draft.ts'
import styles from './FileDetails.module.css'

export interface SpeakerDraftsProps {
  readonly item: ImportItem
  readonly speakers: readonly SpeakerDraft[]
  readonly onChange: (speakers: readonly SpeakerDraft[]) => void
}

/** More are not shown: a file with so many has no speakers but lines that look like it. */
const SHOWN = 100

/** Who was recognised as speaking, and as what; a wrongly recognised one is unticked. */
export function SpeakerDrafts({ item, speakers, onChange }: SpeakerDraftsProps) {
  const t = useT('import')
  if (speakers.length === 0) return null

  function change(index: number, part: Partial<SpeakerDraft>): void {
    onChange(speakers.map((speaker, position) => (position === index ? { ...speaker, ...part } : speaker)))
  }

  return (
    <>
      <h4 className={styles['heading']}>{t('speakers.title')}</h4>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('speakers.label')}</th>
            <th scope="col">{t('speakers.kind')}</th>
            <th scope="col">{t('speakers.respondent')}</th>
            <th scope="col">{t('speakers.role')}</th>
            <th scope="col" className={styles['turns']}>
              {t('speakers.turns')}
            </th>
          </tr>
        </thead>
        <tbody>
          {speakers.slice(0, SHOWN).map((speaker, index) => (
            <SpeakerRow
              key={speaker.label}
              speaker={speaker}
              turns={item.speakers[index]?.turns ?? 0}
              onChange={(part) => {
                change(index, part)
              }}
            />
          ))}
        </tbody>
      </table>
      {speakers.length > SHOWN && (
        <p className={styles['facts']}>{t('speakers.more', { count: speakers.length - SHOWN })}</p>
      )}
    </>
  )
}

interface SpeakerRowProps {
  readonly speaker: SpeakerDraft
  readonly turns: number
  readonly onChange: (part: Partial<SpeakerDraft>) => void
}

function SpeakerRow({ speaker, turns, onChange }: SpeakerRowProps) {
  const t = useT('import')
  const tCommon = useT('common')
  const isRespondent = speaker.kind === 'respondent' && !speaker.ignored
  return (
    <tr className={speaker.ignored ? styles['ignored'] : undefined}>
      <td className={styles['label']} title={speaker.label}>
        <Checkbox
          isSelected={!speaker.ignored}
          onChange={(isSpeaker) => {
            onChange({ ignored: !isSpeaker })
          }}
        >
          {speaker.label}
        </Checkbox>
      </td>
      <td>
        <Select
          label={t('speakers.kindOf', { speaker: speaker.label })}
          isLabelHidden
          isQuiet
          isDisabled={speaker.ignored}
          options={speakerKindSchema.options.map((kind) => ({ value: kind, label: tCommon(`speakerKind.${kind}`) }))}
          value={speaker.kind}
          onChange={(kind) => {
            onChange({ kind })
          }}
        />
      </td>
      <td>
        <TextField
          label={t('speakers.respondentOf', { speaker: speaker.label })}
          isLabelHidden
          isDisabled={!isRespondent}
          value={speaker.respondent ?? ''}
          onChange={(respondent) => {
            onChange({ respondent: respondent || null })
          }}
        />
      </td>
      <td>
        <TextField
          label={t('speakers.roleOf', { speaker: speaker.label })}
          isLabelHidden
          isDisabled={!isRespondent}
          value={speaker.role ?? ''}
          onChange={(role) => {
            onChange({ role: role || null })
          }}
        />
      </td>
      <td className={styles['turns']}>{turns}</td>
    </tr>
  )
}
