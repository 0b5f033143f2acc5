import { useState } from 'react'
import type { AgreementContinuum, AgreementResult } from '../../../../shared/contract/agreement.ts'
import { useView } from '../../../app/view-state.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Button } from '../../../ui/Button.tsx'
import { SegmentCode } from '../../evidence/SegmentCode.tsx'
import { FigureText } from './FigureText.tsx'
import styles from './figures.module.css'
import { useCodeTitle } from './use-code-title.ts'

type Branch = AgreementContinuum['branches'][number]
type Overlap = Branch['overlaps'][number]

export interface BranchTableProps {
  readonly branch: Branch
  readonly result: AgreementResult
}

/** A branch whose codes exclude each other; refused where passages of one coder overlap, which are then listed. */
export function BranchTable({ branch, result }: BranchTableProps) {
  const t = useT('agreement')
  const format = useFormat()
  const name = useCodeTitle()(branch.codeId)
  return (
    <section aria-label={name} className={styles['section']}>
      <h4 className={styles['heading']}>
        <SegmentCode codeId={branch.codeId} />
      </h4>
      {branch.overlapCount > 0 ? (
        <Overlaps branch={branch} result={result} />
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <caption className="visually-hidden">{t('figures.continuum.branch', { name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('figures.column.code')}</th>
                <th scope="col">{t('figures.continuum.valueAlpha')}</th>
                <th scope="col">{t('figures.continuum.coverage')}</th>
              </tr>
            </thead>
            <tbody>
              {branch.values.map(({ codeId, alpha, coverage }) => (
                <tr key={codeId}>
                  <th scope="row">
                    <SegmentCode codeId={codeId} />
                  </th>
                  <td>
                    <FigureText figure={alpha} as="alpha" />
                  </td>
                  <td>
                    <FigureText figure={coverage} as="percent" />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              {(['coding', 'codedOrNot', 'all'] as const).map((kind) => (
                <tr key={kind}>
                  <th scope="row">{t(`figures.continuum.whole.${kind}`)}</th>
                  <td>
                    <FigureText figure={branch[kind]} as="alpha" />
                  </td>
                  <td />
                </tr>
              ))}
              <tr>
                <th scope="row">{t('figures.continuum.coded')}</th>
                <td>{format.count(branch.codedLength)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  )
}

/** Overlaps that are drawn at first, and more at a time. */
const PAGE = 20

function Overlaps({ branch, result }: BranchTableProps) {
  const t = useT('agreement')
  const [shown, setShown] = useState(PAGE)
  const { overlaps, overlapCount } = branch
  const documents = new Map(result.documents.map(({ id, name }) => [id, name]))
  const coders = new Map(result.coders.map(({ id, name }) => [id, name]))
  return (
    <>
      <p className={styles['refused']}>{t('figures.continuum.refused', { count: overlapCount })}</p>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{t('figures.continuum.overlaps')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.continuum.transcript')}</th>
              <th scope="col" className={styles['words']}>
                {t('figures.continuum.coder')}
              </th>
              <th scope="col" className={styles['words']}>
                {t('figures.continuum.onePassage')}
              </th>
              <th scope="col" className={styles['words']}>
                {t('figures.continuum.otherPassage')}
              </th>
            </tr>
          </thead>
          <tbody>
            {overlaps.slice(0, shown).map(({ documentId, coderId, one, other }) => (
              <tr key={`${one.codingId} ${other.codingId}`}>
                <th scope="row">{documents.get(documentId)}</th>
                <td className={styles['words']}>{coders.get(coderId)}</td>
                {[one, other].map((passage) => (
                  <td key={passage.codingId} className={styles['words']}>
                    <PassageLink documentId={documentId} passage={passage} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {overlaps.length > shown && (
        <Button
          size="small"
          className={styles['more'] ?? ''}
          onPress={() => {
            setShown(shown + PAGE)
          }}
        >
          {t('figures.showMore', { shown, count: overlaps.length })}
        </Button>
      )}
      {overlapCount > overlaps.length && shown >= overlaps.length && (
        <p className={styles['note']}>
          {t('figures.continuum.firstOverlaps', { shown: overlaps.length, count: overlapCount })}
        </p>
      )}
    </>
  )
}

/** Leads to the passage in its transcript. */
function PassageLink({ documentId, passage }: { readonly documentId: number; readonly passage: Overlap['one'] }) {
  const goTo = useView((state) => state.goTo)
  const { codingId, codeId, start, end } = passage
  return (
    <button
      type="button"
      className={styles['link']}
      onClick={() => {
        goTo({ documentId, start, end, codingId })
      }}
    >
      <SegmentCode codeId={codeId} />
    </button>
  )
}
