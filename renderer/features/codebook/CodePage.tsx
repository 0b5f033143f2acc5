import { useState } from 'react'
import type { CodeRow, CodeText } from '../../../shared/contract/code.ts'
import { useHostQuery, useHostTell } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { MemoIcon, PencilIcon } from '../../ui/icons.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { openMemo } from '../memos/open-memo.ts'
import { openCodebookDialog } from './codebook-dialogs.ts'
import { CodeNotices } from './CodeNotices.tsx'
import styles from './CodePage.module.css'
import { CodeUsage } from './CodeUsage.tsx'
import { askAboutMeaning } from './meaning-question.ts'

export interface CodePageProps {
  readonly code: CodeRow
  /** BCP 47, in the order of the columns. */
  readonly languages: readonly string[]
}

const FIELDS = ['definition', 'include', 'exclude', 'example'] as const
type FieldName = 'name' | (typeof FIELDS)[number]

/** Everything a code says, language beside language, edited in place: what is typed is saved when the field is left. */
export function CodePage({ code, languages }: CodePageProps) {
  const t = useT('codebook')
  const language = useLanguage()
  const layer = useView((state) => state.layer)
  const { data: usage } = useHostQuery('code.usage', { id: code.id, layer }, { keepPrevious: true })
  const { data: owners } = useHostQuery('memo.owners', { documentId: null })
  return (
    <article className={styles['page']}>
      <header className={styles['header']}>
        <CodeSwatch colour={code.colour} />
        <h2 className={styles['title']}>{codeTitle(code, language)}</h2>
        <Button
          size="small"
          icon={<MemoIcon />}
          onPress={() => {
            openMemo({ kind: 'code', id: code.id })
          }}
        >
          {owners?.codes.includes(code.id) === true ? t('memo.open') : t('memo.write')}
        </Button>
        <Button
          size="small"
          icon={<PencilIcon />}
          onPress={() => {
            openCodebookDialog({ kind: 'edit', codeId: code.id, field: 'name' })
          }}
        >
          {t('editCode')}
        </Button>
      </header>
      {usage !== undefined && <CodeUsage code={code} usage={usage} />}
      <CodeNotices code={code} usage={usage} />
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
  const missing = (['name', ...FIELDS] as const).filter((field) => isMissing(code, language, field))

  function save(field: FieldName, words: string): void {
    void tell('code.setText', { id: code.id, language, ...change(field, words) })
    // An example shows what is meant; it does not say so.
    if (field !== 'name' && field !== 'example') askAboutMeaning(code.id)
  }

  return (
    <section className={styles['column']} aria-label={name}>
      <h3 className={styles['language']}>
        {name}
        {missing.length > 0 && (
          <span className={styles['missing']}>{t('translation.missing', { count: missing.length })}</span>
        )}
      </h3>
      <div lang={language}>
        {(['name', ...FIELDS] as const).map((field) => (
          <Field
            key={field}
            label={t(`field.${field}`)}
            value={text?.[field] ?? ''}
            rows={field === 'name' ? 1 : field === 'definition' ? 5 : 3}
            isRequired={field === 'name'}
            isMissing={missing.includes(field)}
            onSave={(words) => {
              save(field, words)
            }}
          />
        ))}
      </div>
    </section>
  )
}

/** Said in another language and not in this one. */
function isMissing(code: CodeRow, language: string, field: FieldName): boolean {
  const isEmpty = (text: CodeText | undefined): boolean => (text?.[field] ?? '').trim() === ''
  return isEmpty(code.texts.find((text) => text.language === language)) && code.texts.some((text) => !isEmpty(text))
}

function change(field: FieldName, words: string): Partial<CodeText> {
  return { [field]: words }
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly rows: number
  /** Left empty, it goes back to what it was. */
  readonly isRequired: boolean
  /** There in another language. */
  readonly isMissing: boolean
  readonly onSave: (value: string) => void
}

/** A field that saves when it is left. What comes from elsewhere meanwhile (undo) shows unless one is typing. */
function Field({ label, value, rows, isRequired, isMissing: isNotTranslated, onSave }: FieldProps) {
  const t = useT('codebook')
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextField
      className={rows === 1 ? '' : (styles['prose'] ?? '')}
      label={label}
      value={draft ?? value}
      rows={rows}
      {...(isNotTranslated ? { placeholder: t('translation.placeholder') } : {})}
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
