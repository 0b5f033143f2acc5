import type { ReactNode } from 'react'
import type { AgreementResult } from '../../../../shared/contract/agreement.ts'
import { digits } from '../../../../shared/agreement/figure-text.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SegmentCode } from '../../evidence/SegmentCode.tsx'
import { CountedPassages } from './CountedPassages.tsx'
import { FigureText } from './FigureText.tsx'
import styles from './figures.module.css'
import { useAgreementWords } from './use-agreement-words.ts'
import { useCodeTitle } from './use-code-title.ts'

type Matched = NonNullable<AgreementResult['spans']>['total']

/** Passages of the coders matched one to one: per code, and together. */
export function SpanTable({ result }: { readonly result: AgreementResult }) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const format = useFormat()
  const titleOf = useCodeTitle()
  const { spans, coders, settings } = result
  if (spans === null) return null
  const isPair = coders.length === 2
  const [first, second] = coders.map(({ name }) => name)
  const head = {
    first: isPair ? (first ?? '') : t('figures.spans.first'),
    second: isPair ? (second ?? '') : t('figures.spans.second'),
  }
  const { overlap } = settings
  const used = spans.rows.filter((row) => row.first + row.second > 0)
  if (used.length === 0) return <EmptyState title={t('figures.spans.none')} text={t('figures.spans.noneText')} />
  return (
    <section aria-label={t('figures.spans.title')} className={styles['page']}>
      <p className={styles['answer']}>
        {t(
          overlap === 0
            ? 'figures.spans.touching'
            : overlap === 1
              ? 'figures.spans.exact'
              : 'figures.spans.overlapping',
          {
            overlap: digits(overlap, 2),
          },
        )}
      </p>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{t('figures.spans.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.column.code')}</th>
              <th scope="col">{t('figures.spans.passagesOf', { coder: head.first })}</th>
              <th scope="col">{t('figures.spans.passagesOf', { coder: head.second })}</th>
              <th scope="col">{t('figures.spans.matched')}</th>
              <th scope="col">{t('figures.spans.f1')}</th>
              <th scope="col">{t('figures.spans.shareOf', { coder: head.first })}</th>
              <th scope="col">{t('figures.spans.shareOf', { coder: head.second })}</th>
            </tr>
          </thead>
          <tbody>
            {used.map((row) => (
              <tr key={row.codeId}>
                <th scope="row">
                  <SegmentCode codeId={row.codeId} />
                </th>
                <Cells matched={row}>
                  <CountedPassages
                    count={row.matches}
                    what={t('table.of', { code: titleOf(row.codeId), figure: t('figures.spans.matched') })}
                    asks={[{ settings, codeId: row.codeId, cell: 'both' }]}
                  />
                </Cells>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('figures.spans.total')}</th>
              <Cells matched={spans.total}>{format.count(spans.total.matches)}</Cells>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={styles['note']}>
        {words.sentences(
          t('figures.spans.note'),
          used.length < spans.rows.length && t('figures.unused', { count: spans.rows.length - used.length }),
        )}
      </p>
    </section>
  )
}

interface CellsProps {
  readonly matched: Matched
  /** How many are matched. */
  readonly children: ReactNode
}

function Cells({ matched, children }: CellsProps) {
  const format = useFormat()
  return (
    <>
      <td>{format.count(matched.first)}</td>
      <td>{format.count(matched.second)}</td>
      <td>{children}</td>
      {[matched.f1, matched.precision, matched.recall].map((figure, index) => (
        <td key={index}>
          <FigureText figure={figure} as="positive" />
        </td>
      ))}
    </>
  )
}
