import type { AgreementResult } from '../../../../shared/contract/agreement.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SegmentCode } from '../../evidence/SegmentCode.tsx'
import { BranchTable } from './BranchTable.tsx'
import { CountedPassages } from './CountedPassages.tsx'
import { FigureText } from './FigureText.tsx'
import styles from './figures.module.css'
import { useAgreementWords } from './use-agreement-words.ts'
import { useCodeTitle } from './use-code-title.ts'

/** The unitizing alphas: where passages lie, code by code; and in branches that exclude each other, what they are called. */
export function ContinuumTables({ result }: { readonly result: AgreementResult }) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const format = useFormat()
  const titleOf = useCodeTitle()
  const { continuum, coders } = result
  if (continuum === null) return null
  const used = continuum.rows.filter(({ codedLength }) => codedLength > 0)
  if (used.length === 0) return <EmptyState title={t('figures.spans.none')} text={t('figures.spans.noneText')} />
  return (
    <div className={styles['page']}>
      <section aria-label={t('figures.continuum.where')} className={styles['section']}>
        <h3 className={styles['heading']}>{t('figures.continuum.where')}</h3>
        <p className={styles['answer']}>
          {t('figures.continuum.length', { length: format.count(continuum.length), coders: coders.length })}
        </p>
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <caption className="visually-hidden">{t('figures.continuum.where')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('figures.column.code')}</th>
                <th scope="col">{t('figures.continuum.codedOrNot')}</th>
                <th scope="col">{t('figures.continuum.coded')}</th>
                <th scope="col">{t('figures.continuum.codedShare')}</th>
              </tr>
            </thead>
            <tbody>
              {used.map(({ codeId, codedOrNot, codedLength }) => (
                <tr key={codeId}>
                  <th scope="row">
                    <SegmentCode codeId={codeId} />
                  </th>
                  <td>
                    <FigureText figure={codedOrNot} as="alpha" />
                  </td>
                  <td>
                    <CountedPassages
                      count={codedLength}
                      what={t('table.of', { code: titleOf(codeId), figure: t('figures.continuum.coded') })}
                      asks={[{ settings: result.settings, codeId, cell: 'applied' }]}
                    />
                  </td>
                  <td>{format.share(codedLength / (continuum.length * coders.length))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles['note']}>
          {words.sentences(
            t('figures.continuum.note'),
            used.length < continuum.rows.length && t('figures.unused', { count: continuum.rows.length - used.length }),
          )}
        </p>
      </section>
      <section aria-label={t('figures.continuum.what')} className={styles['section']}>
        <h3 className={styles['heading']}>{t('figures.continuum.what')}</h3>
        <p className={styles['note']}>
          {t(continuum.branches.length === 0 ? 'figures.continuum.noBranches' : 'figures.continuum.whatNote')}
        </p>
        {continuum.branches.map((branch) => (
          <BranchTable key={branch.codeId} branch={branch} result={result} />
        ))}
      </section>
    </div>
  )
}
