import type { ReactNode } from 'react'
import type { MergeResult } from '../../../shared/contract/merge.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './BringBack.module.css'
import { useMergeWords } from './use-merge-words.ts'

export interface ChangeTablesProps {
  readonly result: MergeResult
  /** It has happened already. */
  readonly isDone: boolean
}

/** How much comes, changes and goes: by kind, and of codings and episodes by transcript. */
export function ChangeTables({ result, isDone }: ChangeTablesProps) {
  const t = useT('exchange')
  const words = useMergeWords()
  const openDocument = useView((state) => state.openDocument)
  const { counts, documents } = result
  return (
    <>
      <section className={styles['section']}>
        <h4 className={styles['heading']}>{t(isDone ? 'changes.done' : 'changes.title')}</h4>
        {counts.length === 0 ? (
          <p className={styles['note']}>{t('changes.none')}</p>
        ) : (
          <ChangeTable
            label={t('changes.byKind')}
            head={t('changes.kind')}
            rows={counts.map((row) => ({ ...row, key: row.table, name: words.many(row.table) }))}
          />
        )}
      </section>
      {documents.length > 0 && (
        <section className={styles['section']}>
          <h4 className={styles['heading']}>{t('changes.documents')}</h4>
          <ChangeTable
            label={t('changes.documents')}
            head={t('changes.document')}
            last={t('changes.state')}
            rows={documents.map((row) => ({
              ...row,
              key: row.id,
              last: row.state === null ? '' : t(`state.${row.state}`),
              name: (
                <button
                  type="button"
                  className={styles['link']}
                  onClick={() => {
                    openDocument(row.id)
                  }}
                >
                  {row.name}
                </button>
              ),
            }))}
          />
        </section>
      )}
    </>
  )
}

interface ChangeRow {
  readonly key: string | number
  readonly name: ReactNode
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly last?: string
}

interface ChangeTableProps {
  readonly label: string
  readonly head: string
  readonly last?: string
  readonly rows: readonly ChangeRow[]
}

function ChangeTable({ label, head, last, rows }: ChangeTableProps) {
  const t = useT('exchange')
  const format = useFormat()
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {CHANGES.map((change) => (
            <th key={change} scope="col" className={styles['number']}>
              {t(`change.${change}`)}
            </th>
          ))}
          {last !== undefined && <th scope="col">{last}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {CHANGES.map((change) => (
              <td key={change} className={styles[row[change] === 0 ? 'zero' : 'number']}>
                {format.count(row[change])}
              </td>
            ))}
            {last !== undefined && <td className={styles['muted']}>{row.last}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const CHANGES = ['added', 'changed', 'removed'] as const
