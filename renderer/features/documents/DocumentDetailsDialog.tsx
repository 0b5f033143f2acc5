import { useId, useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName, TEXT_LANGUAGES } from '../../i18n/language-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { Suggestions } from '../../ui/Suggestions.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DocumentDetailsDialog.module.css'
import { SpeakerRows } from './SpeakerRows.tsx'

export interface DocumentDetailsDialogProps {
  readonly row: DocumentRow
  readonly documents: readonly DocumentRow[]
  readonly onClose: () => void
}

type Change = Omit<In<'document.update'>, 'id'>

/** What is known of a transcript beside its text, to be corrected: name, village, wave, date, language, speakers. */
export function DocumentDetailsDialog({ row, documents, onClose }: DocumentDetailsDialogProps) {
  const t = useT('documents')
  const formId = useId()
  const language = useLanguage()
  const update = useHostCommand('document.update')
  const { data: opened } = useHostQuery('document.open', { id: row.id })
  const [change, setChange] = useState<Change>({})
  const value = { ...row, ...change }
  const languages = [...new Set([row.language, ...TEXT_LANGUAGES])]

  function set(part: Change): void {
    setChange((before) => ({ ...before, ...part }))
  }

  async function submit(): Promise<void> {
    const isChanged = Object.keys(change).length > 0
    if (isChanged && (await update.run({ id: row.id, ...change })) === null) return
    onClose()
  }

  return (
    <Dialog
      title={t('detailsDialog.title', { name: row.name })}
      onClose={onClose}
      size="large"
      isKept
      footer={
        <>
          <Button onPress={onClose}>{t('detailsDialog.cancel')}</Button>
          <Button
            tone="primary"
            isPending={update.pending}
            isDisabled={value.name.trim() === ''}
            type="submit"
            form={formId}
          >
            {t('detailsDialog.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label={t('field.name')}
          value={value.name}
          onChange={(name) => {
            set({ name })
          }}
          maxLength={500}
          autoFocus
        />
        <Select
          label={t('field.language')}
          options={languages.map((tag) => ({ value: tag, label: languageName(tag, language) }))}
          value={value.language}
          onChange={(tag) => {
            set({ language: tag })
          }}
        />
        <Suggestions values={documents.map((other) => other.village)}>
          {(list) => (
            <TextField
              label={t('field.village')}
              list={list}
              value={value.village ?? ''}
              onChange={(village) => {
                set({ village: village || null })
              }}
            />
          )}
        </Suggestions>
        <Suggestions values={documents.map((other) => other.wave)}>
          {(list) => (
            <TextField
              label={t('field.wave')}
              list={list}
              value={value.wave ?? ''}
              onChange={(wave) => {
                set({ wave: wave || null })
              }}
            />
          )}
        </Suggestions>
        <TextField
          type="date"
          label={t('field.date')}
          value={value.interviewDate ?? ''}
          onChange={(date) => {
            set({ interviewDate: date || null })
          }}
        />
      </form>
      {opened && <SpeakerRows speakers={opened.speakers} />}
    </Dialog>
  )
}
