import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { ROWS_TOLD } from '../../../shared/contract/merge.ts'
import type { MergedRow, MergeResult } from '../../../shared/contract/merge.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './BringBack.module.css'
import { ComingRows } from './ComingRows.tsx'
import { useMergeWords } from './use-merge-words.ts'

export interface ChangeTablesProps {
  readonly result: MergeResult
  /** It has happened already. */
  readonly isDone: boolean
}

/** How much comes, changes and goes: by kind, and of codings and episodes by transcript. Every number opens its rows. */
export function ChangeTables({ result, isDone }: ChangeTablesProps) {
  const t = useT('exchange')
  const words = useMergeWords()
  const openDocument = useView((state) => state.openDocument)
  const { counts, documents, rows } = result
  return (
    <>
      <section className={styles['section']}>
        <h4 className={styles['heading']}>{t(isDone ? 'changes.done' : 'changes.title')}</h4>
        {hidesRows(result) && <p className={styles['note']}>{t('changes.blind')}</p>}
        {counts.length === 0 ? (
          <p className={styles['note']}>{t('changes.none')}</p>
        ) : (
          <ChangeTable
            label={t('changes.byKind')}
            head={t('changes.kind')}
            isMixed={false}
            lines={counts.map((line) => ({
              ...line,
              key: line.table,
              title: words.many(line.table),
              name: words.many(line.table),
              rows: rows.filter(({ table }) => table === line.table),
            }))}
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
            isMixed
            lines={documents.map((line) => ({
              ...line,
              key: line.id,
              title: line.name,
              last: line.state === null ? '' : t(`state.${line.state}`),
              rows: rows.filter(
                ({ table, documentId }) => documentId === line.id && (table === 'coding' || table === 'episode'),
              ),
              name: (
                <button
                  type="button"
                  className={styles['link']}
                  onClick={() => {
                    openDocument(line.id)
                  }}
                >
                  {line.name}
                </button>
              ),
            }))}
          />
        </section>
      )}
    </>
  )
}

const CHANGES = ['added', 'changed', 'removed'] as const
type Change = (typeof CHANGES)[number]

/** Whether rows that are counted are not told: coding is blind, and they are a colleague's. Texts have no rows. */
function hidesRows({ counts, rows }: MergeResult): boolean {
  return counts.some(
    (count) =>
      count.table !== 'text' &&
      CHANGES.some((change) => {
        const told = rows.filter((row) => row.table === count.table && row.change === change).length
        return told < Math.min(count[change], ROWS_TOLD)
      }),
  )
}

interface ChangeLine {
  readonly key: string | number
  /** For screen readers. */
  readonly title: string
  readonly name: ReactNode
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly last?: string
  /** The first of the rows that are counted. */
  readonly rows: readonly MergedRow[]
}

interface ChangeTableProps {
  readonly label: string
  readonly head: string
  readonly last?: string
  /** Whether a line counts rows of several kinds. */
  readonly isMixed: boolean
  readonly lines: readonly ChangeLine[]
}

function ChangeTable({ label, head, last, isMixed, lines }: ChangeTableProps) {
  const t = useT('exchange')
  const format = useFormat()
  const id = useId()
  const [open, setOpen] = useState<{ key: ChangeLine['key']; change: Change } | null>(null)
  const shown = lines.find(({ key }) => key === open?.key)
  return (
    <>
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
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              {CHANGES.map((change) => {
                const count = format.count(line[change])
                const isOpen = open?.key === line.key && open.change === change
                return (
                  <td key={change} className={styles[line[change] === 0 ? 'zero' : 'number']}>
                    {line.rows.some((row) => row.change === change) ? (
                      <button
                        type="button"
                        className={styles['figure']}
                        aria-expanded={isOpen}
                        {...(isOpen ? { 'aria-controls': id } : {})}
                        aria-label={t('changes.opens', { what: line.title, change: t(`change.${change}`), count })}
                        onClick={() => {
                          setOpen(isOpen ? null : { key: line.key, change })
                        }}
                      >
                        {count}
                      </button>
                    ) : (
                      count
                    )}
                  </td>
                )
              })}
              {last !== undefined && <td className={styles['muted']}>{line.last}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {open !== null && shown !== undefined && (
        <ComingRows
          id={id}
          rows={shown.rows.filter(({ change }) => change === open.change)}
          total={shown[open.change]}
          isMixed={isMixed}
        />
      )}
    </>
  )
}
