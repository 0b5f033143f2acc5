import type { ReactNode } from 'react'
import type { AgreementResult } from '../../../shared/contract/agreement.ts'
import { useT } from '../../i18n/i18n.ts'
import { Help } from '../../ui/Help.tsx'
import { useCoders } from '../coding/use-coders.ts'
import styles from './Figures.module.css'
import { useAgreementWords } from './figures/use-agreement-words.ts'

/** Who is compared, on which transcripts and how many units; what is left out and why; and what is to be minded. */
export function Denominators({ result }: { readonly result: AgreementResult }) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const { byId } = useCoders()
  const { coders, documents, leftOut, units, warnings, settings } = result
  const nameOf = (id: number, name: string): string => byId.get(id)?.name ?? name
  const names = new Map(coders.map(({ id, name }) => [id, nameOf(id, name)]))
  const villages = new Set(documents.flatMap(({ villageId }) => villageId ?? [])).size
  return (
    <div className={styles['basis']}>
      <p>
        <strong>{coders.map(({ id, name }) => nameOf(id, name)).join(' × ')}</strong>
        <Fact label={t('basis.documentsAbout')} text={t('basis.documents', { count: documents.length, villages })}>
          <ul className={styles['names']}>
            {documents.map((document) => (
              <li key={document.id}>
                {t('basis.document', {
                  document: document.name,
                  units: t(`basis.units.${settings.unit}`, { count: document.units }),
                })}
                {document.coderIds.length < coders.length &&
                  ` · ${document.coderIds.map((id) => names.get(id) ?? '').join(' × ')}`}
              </li>
            ))}
          </ul>
        </Fact>
        <span>{t(`basis.units.${settings.unit}`, { count: units })}</span>
        {leftOut.length > 0 && (
          <Fact label={t('basis.leftOutAbout')} text={t('basis.leftOut', { count: leftOut.length })}>
            <ul className={styles['names']}>
              {leftOut.map(({ id, name, reason }) => (
                <li key={id}>{t('basis.leftOutFor', { document: name, reason: words.leftOut(reason) })}</li>
              ))}
            </ul>
          </Fact>
        )}
      </p>
      {warnings.length > 0 && (
        <ul className={styles['warnings']}>
          {warnings.map((warning) => (
            <li key={warning}>{words.warning(warning)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface FactProps {
  readonly text: string
  readonly label: string
  readonly children: ReactNode
}

function Fact({ text, label, children }: FactProps) {
  return (
    <span className={styles['fact']}>
      {text}
      <Help label={label}>{children}</Help>
    </span>
  )
}
