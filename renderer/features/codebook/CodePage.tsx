import { useState } from 'react'
import type { CodeRow, CodeText } from '../../../shared/contract/code.ts'
import { useHostTell } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoreIcon, PencilIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodeCount } from './code-count.ts'
import { openCodebookDialog } from './codebook-dialogs.ts'
import styles from './CodePage.module.css'
import { useCodeMenu } from './use-code-menu.ts'

export interface CodePageProps {
  readonly code: CodeRow
  /** BCP 47, in the order of the columns. */
  readonly languages: readonly string[]
}

const FIELDS = ['definition', 'include', 'exclude', 'example'] as const

/** Everything a code says, language beside language, edited in place: what is typed is saved when the field is left. */
export function CodePage({ code, languages }: CodePageProps) {
  const count = useCodeCount(code.id)?.study ?? 0
  const t = useT('codebook')
  const language = useLanguage()
  const menu = useCodeMenu(code)
  return (
    <article className={styles['page']}>
      <header className={styles['header']}>
        <CodeSwatch colour={code.colour} />
        <h2 className={styles['title']}>{codeTitle(code, language)}</h2>
        <Button
          size="small"
          icon={<PencilIcon />}
          onPress={() => {
            openCodebookDialog({ kind: 'edit', codeId: code.id, field: 'name' })
          }}
        >
          {t('editCode')}
        </Button>
        <Menu label={t('menu.label')} items={menu} placement="bottom end">
          <IconButton size="small" icon={<MoreIcon />} label={t('menu.label')} />
        </Menu>
      </header>
      <p className={styles['facts']}>
        {[
          code.codable ? t('countStudy', { count }) : t('group'),
          ...(code.shortcut === null ? [] : [t('key', { key: code.shortcut.toUpperCase() })]),
        ].join(' · ')}
      </p>
      <div className={styles['languages']}>
        {languages.map((tag) => (
          <LanguageColumn key={tag} code={code} language={tag} />
        ))}
      </div>
    </article>
  )
}

function LanguageColumn({ code, language }: { readonly code: CodeRow; readonly language: string }) {
  const t = useT('codebook')
  const name = languageName(language, useLanguage())
  const tell = useHostTell()
  const text = code.texts.find((candidate) => candidate.language === language)
  return (
    <section className={styles['column']} aria-label={name}>
      <h3 className={styles['language']}>{name}</h3>
      <div lang={language}>
        <Field
          label={t('field.name')}
          value={text?.name ?? ''}
          rows={1}
          isRequired
          onSave={(name) => void tell('code.setText', { id: code.id, language, name })}
        />
        {FIELDS.map((field) => (
          <Field
            key={field}
            label={t(`field.${field}`)}
            value={text?.[field] ?? ''}
            rows={field === 'definition' ? 5 : 3}
            onSave={(words) => void tell('code.setText', { id: code.id, language, ...change(field, words) })}
          />
        ))}
      </div>
    </section>
  )
}

function change(field: (typeof FIELDS)[number], words: string): Partial<CodeText> {
  return { [field]: words }
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly rows: number
  /** Left empty, it goes back to what it was. */
  readonly isRequired?: boolean
  readonly onSave: (value: string) => void
}

/** A field that saves when it is left. What comes from elsewhere meanwhile (undo) shows unless one is typing. */
function Field({ label, value, rows, isRequired = false, onSave }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextField
      className={rows === 1 ? '' : (styles['prose'] ?? '')}
      label={label}
      value={draft ?? value}
      rows={rows}
      onChange={setDraft}
      onBlur={() => {
        setDraft(null)
        if (draft === null || draft === value || (isRequired && draft.trim() === '')) return
        onSave(draft)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null)
        else event.continuePropagation()
      }}
    />
  )
}
