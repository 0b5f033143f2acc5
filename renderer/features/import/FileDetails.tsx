import type { ImportItem } from '../../../shared/contract/transfer.ts'
import { useHostQuery } from '../../app/host.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName, TEXT_LANGUAGES } from '../../i18n/language-names.ts'
import { InfoIcon, WarningIcon } from '../../ui/icons.tsx'
import { Select } from '../../ui/Select.tsx'
import { Suggestions } from '../../ui/Suggestions.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Draft } from './draft.ts'
import styles from './FileDetails.module.css'
import { SpeakerDrafts } from './SpeakerDrafts.tsx'

export interface FileDetailsProps {
  readonly item: ImportItem
  readonly draft: Draft
  readonly drafts: readonly Draft[]
  readonly onChange: (part: Partial<Draft>) => void
}

/** One file in full: what is wrong with it, its fields, its speakers and its first turns. */
export function FileDetails({ item, draft, drafts, onChange }: FileDetailsProps) {
  const t = useT('import')
  return (
    <section className={styles['details']} aria-label={item.fileName}>
      <h3 className={styles['file']}>{item.fileName}</h3>
      {item.error !== null && (
        <p className={styles['error']}>
          <WarningIcon />
          {sentenceOf('errors', item.error)}
        </p>
      )}
      {item.warnings.map((warning, index) => (
        <p key={index} className={styles['warning']}>
          <InfoIcon />
          {sentenceOf('warnings', warning)}
        </p>
      ))}
      {item.error === null && (
        <>
          <p className={styles['facts']}>
            {t('details.facts', { encoding: item.encoding, count: item.length, turns: item.turns })}
          </p>
          <Fields item={item} draft={draft} drafts={drafts} onChange={onChange} />
          <SpeakerDrafts
            item={item}
            speakers={draft.speakers}
            onChange={(speakers) => {
              onChange({ speakers })
            }}
          />
          <Sample item={item} />
        </>
      )}
    </section>
  )
}

function Fields({ item, draft, drafts, onChange }: FileDetailsProps) {
  const t = useT('import')
  const language = useLanguage()
  const { data } = useHostQuery('document.list', {})
  const known = data?.documents ?? []
  const languages = [...new Set([item.language, ...TEXT_LANGUAGES])]
  return (
    <div className={styles['fields']}>
      <TextField
        label={t('field.name')}
        value={draft.name}
        maxLength={500}
        onChange={(name) => {
          onChange({ name })
        }}
      />
      <Select
        label={t('field.language')}
        options={languages.map((tag) => ({ value: tag, label: languageName(tag, language) }))}
        value={draft.language}
        onChange={(tag) => {
          onChange({ language: tag })
        }}
      />
      <Suggestions values={[...known.map((row) => row.village), ...drafts.map((other) => other.village)]}>
        {(list) => (
          <TextField
            label={t('field.village')}
            list={list}
            value={draft.village}
            onChange={(village) => {
              onChange({ village })
            }}
          />
        )}
      </Suggestions>
      <Suggestions values={[...known.map((row) => row.wave), ...drafts.map((other) => other.wave)]}>
        {(list) => (
          <TextField
            label={t('field.wave')}
            list={list}
            value={draft.wave}
            onChange={(wave) => {
              onChange({ wave })
            }}
          />
        )}
      </Suggestions>
      <TextField
        type="date"
        label={t('field.date')}
        value={draft.interviewDate}
        onChange={(interviewDate) => {
          onChange({ interviewDate })
        }}
      />
      <Suggestions
        values={[
          ...drafts.filter((other) => other.handle !== draft.handle).map((other) => other.name),
          ...known.map((row) => row.name),
        ]}
      >
        {(list) => (
          <TextField
            label={t('field.parallelOf')}
            placeholder={t('field.original')}
            list={list}
            value={draft.parallelOf}
            onChange={(parallelOf) => {
              onChange({ parallelOf })
            }}
          />
        )}
      </Suggestions>
    </div>
  )
}

function Sample({ item }: { readonly item: ImportItem }) {
  const t = useT('import')
  if (item.sample.length === 0) return null
  return (
    <>
      <h4 className={styles['heading']}>{t('details.sample')}</h4>
      <dl className={styles['sample']} lang={item.language}>
        {item.sample.map((turn, index) => (
          <div key={index} className={styles['turn']}>
            <dt className={styles['speaker']}>{turn.speaker ?? turn.ref}</dt>
            <dd className={styles['speech']}>{turn.text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
