import type { MergedRow } from '../../../shared/contract/merge.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { languageOfQuote } from '../evidence/group-evidence.ts'
import styles from './ComingRows.module.css'
import { useMergeWords } from './use-merge-words.ts'

export interface ComingRowsProps {
  readonly id: string
  readonly rows: readonly MergedRow[]
  /** How many there are; the list has the first of them. */
  readonly total: number
  /** Whether they are of several kinds, so that each says of which it is. */
  readonly isMixed: boolean
}

/** The rows behind a number of a bring-back, by transcript, each with the words it lies on. */
export function ComingRows({ id, rows, total, isMixed }: ComingRowsProps) {
  const t = useT('exchange')
  const groups = Map.groupBy(rows, (row) => row.document ?? '')
  return (
    <div id={id} className={styles['rows']}>
      {[...groups].map(([document, own]) => (
        <section key={document} className={styles['group']}>
          {document !== '' && <h5 className={styles['document']}>{document}</h5>}
          <ul className={styles['list']}>
            {own.map((row, index) => (
              <li key={index}>
                <Row row={row} isMixed={isMixed} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {total > rows.length && <p className={styles['more']}>{t('more', { count: total - rows.length })}</p>}
    </div>
  )
}

function Row({ row, isMixed }: { readonly row: MergedRow; readonly isMixed: boolean }) {
  const words = useMergeWords()
  const goTo = useView((state) => state.goTo)
  const { table, change, name, documentId, start, end, quote } = row
  const content = (
    <>
      <span className={styles['name']}>
        {isMixed && <span className={styles['kind']}>{words.one(table)} </span>}
        {name !== quote && name}
      </span>
      {quote !== null && (
        <span
          lang={languageOfQuote(quote)}
          className={classNames(styles['quote'], change === 'removed' && styles['removed'])}
        >
          {quote}
        </span>
      )}
    </>
  )
  if (documentId === null || start === null || end === null) return <div className={styles['entry']}>{content}</div>
  return (
    <button
      type="button"
      className={styles['entry']}
      onClick={() => {
        goTo({ documentId, start, end })
      }}
    >
      {content}
    </button>
  )
}
