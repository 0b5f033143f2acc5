import type { AgreementResult } from '../../../shared/contract/agreement.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import styles from './Figures.module.css'

/** What a paper says of the analysis, in both languages, ready to paste. */
export function MethodsSentence({ sentences }: Pick<AgreementResult, 'sentences'>) {
  const t = useT('agreement')
  const common = useT('common')
  return (
    <section aria-labelledby="methods-sentence" className={styles['section']}>
      <h3 id="methods-sentence" className={styles['heading']}>
        {t('sentence.title')}
      </h3>
      {(['en', 'zh-CN'] as const).map((language) => (
        <div key={language} className={styles['sentence']}>
          <p lang={language}>{sentences[language]}</p>
          <Button
            size="small"
            aria-label={t('sentence.copyIn', { language: common(`language.${language}`) })}
            onPress={() => {
              void navigator.clipboard.writeText(sentences[language]).then(() => {
                showToast({ tone: 'success', text: t('sentence.copied') })
              })
            }}
          >
            {t('sentence.copy')}
          </Button>
        </div>
      ))}
    </section>
  )
}
