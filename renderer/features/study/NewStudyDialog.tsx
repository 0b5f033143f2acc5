import { useState } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { inLanguage } from '../../i18n/in-language.ts'
import { languageName, TEXT_LANGUAGES } from '../../i18n/language-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './NewStudyDialog.module.css'
import { useStudyActions } from './study-actions.ts'

const BLANK = 'blank'

/** Name, codebook and main language: all that a study needs at first. */
export function NewStudyDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('welcome')
  const language = useLanguage()
  const { data } = useHostQuery('study.frameworks', {})
  const { create, pending } = useStudyActions()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [mainLanguage, setMainLanguage] = useState<string>(language)
  const frameworks = data?.frameworks ?? []
  const framework = chosen ?? frameworks[0]?.id ?? BLANK
  const canCreate = name.trim() !== '' && !pending

  async function submit(): Promise<void> {
    if (!canCreate) return
    if (await create({ name, framework, languages: [mainLanguage] })) onClose()
  }

  return (
    <Dialog
      title={t('new.title')}
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={onClose}>{t('new.cancel')}</Button>
          <Button tone="primary" isDisabled={!canCreate} onPress={() => void submit()}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField label={t('new.name')} value={name} onChange={setName} maxLength={500} isRequired autoFocus />
        <Choices
          label={t('new.framework')}
          choices={[
            ...frameworks.map((entry) => ({
              value: entry.id,
              title: inLanguage(entry.name, language),
              text: inLanguage(entry.description, language),
              note: t('new.codes', { count: entry.codes }),
            })),
            { value: BLANK, title: t('new.blank'), text: t('new.blankText') },
          ]}
          value={framework}
          onChange={setChosen}
        />
        <Select
          label={t('new.language')}
          description={t('new.languageText')}
          options={TEXT_LANGUAGES.map((tag) => ({ value: tag, label: languageName(tag, language) }))}
          value={mainLanguage}
          onChange={setMainLanguage}
        />
      </form>
    </Dialog>
  )
}
