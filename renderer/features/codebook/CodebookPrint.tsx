import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { useExport } from '../export/use-export.ts'
import { CodebookSheets } from './CodebookSheets.tsx'
import styles from './CodebookPrint.module.css'

export interface CodebookPrintProps {
  /** Of the study, BCP 47. */
  readonly languages: readonly string[]
  readonly onLeave: () => void
}

/** The whole codebook as it comes out of the printer, and as a Word document. */
export function CodebookPrint({ languages, onLeave }: CodebookPrintProps) {
  const t = useT('codebook')
  const language = useLanguage()
  const layer = useView((state) => state.layer)
  const coders = useCoders()
  const { data: status } = useHostQuery('study.status', {})
  const [wanted, setWanted] = useState<readonly string[]>(() => {
    const own = languages.filter((tag) => tag.split('-')[0] === language.split('-')[0])
    return own.length > 0 ? own : languages.slice(0, 1)
  })
  const { save, pending } = useExport()
  const chosen = languages.filter((tag) => wanted.includes(tag))
  const study = status?.open?.name ?? ''
  const layerName = layer === 'study' ? t('print.studyLayer') : (coders.byId.get(layer)?.name ?? '')
  const sheets = <CodebookSheets study={study} layerName={layerName} languages={chosen} />

  return (
    <section className={styles['view']} aria-label={t('print.title')}>
      <header className={styles['bar']}>
        <h2 className={styles['title']}>{t('print.title')}</h2>
        {languages.map((tag) => (
          <Checkbox
            key={tag}
            isSelected={wanted.includes(tag)}
            isDisabled={chosen.length === 1 && wanted.includes(tag)}
            onChange={(isWanted) => {
              setWanted((before) => (isWanted ? [...before, tag] : before.filter((other) => other !== tag)))
            }}
          >
            {languageName(tag, language)}
          </Checkbox>
        ))}
        <span className={styles['space']} />
        <Button
          tone="primary"
          onPress={() => {
            window.print()
          }}
        >
          {t('print.print')}
        </Button>
        <Button
          isDisabled={pending}
          onPress={() =>
            void save(t('print.fileName', { study }), { format: 'codebook-docx', layer, languages: [...chosen] })
          }
        >
          {t('print.docx')}
        </Button>
        <Button onPress={onLeave}>{t('print.leave')}</Button>
      </header>
      <div className={styles['paper']}>{sheets}</div>
      {/* The printer gets the sheets alone, not cut off at the edge of a pane. */}
      {createPortal(<div className="print-only">{sheets}</div>, document.body)}
    </section>
  )
}
