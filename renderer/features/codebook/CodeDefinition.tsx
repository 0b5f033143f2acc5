import type { CodeRow } from '../../../shared/contract/code.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { codeText, codeTitle } from '../coding/code-names.ts'
import styles from './CodeDefinition.module.css'
import { openCodebookAt } from './open-codebook.ts'

/** What the chosen code means, at the foot of the codebook panel. */
export function CodeDefinition({ code }: { readonly code: CodeRow }) {
  const t = useT('codebook')
  const language = useLanguage()
  const text = codeText(code, language)
  const parts = [
    { name: t('field.definition'), words: text?.definition ?? '' },
    { name: t('field.include'), words: text?.include ?? '' },
    { name: t('field.exclude'), words: text?.exclude ?? '' },
    { name: t('field.example'), words: text?.example ?? '' },
  ].filter(({ words }) => words !== '')
  return (
    <section className={styles['definition']} aria-label={codeTitle(code, language)}>
      <header className={styles['header']}>
        <h3>{codeTitle(code, language)}</h3>
        <Button
          size="small"
          tone="quiet"
          onPress={() => {
            openCodebookAt(code.id)
          }}
        >
          {t('openPage')}
        </Button>
      </header>
      {parts.length === 0 ? (
        <p className={styles['none']}>{t('noDefinition')}</p>
      ) : (
        <dl lang={text?.language}>
          {parts.map(({ name, words }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
