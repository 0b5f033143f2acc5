import type { ReactNode } from 'react'
import type { MergedField } from '../../../shared/contract/merge.ts'
import { diffText } from '../../../shared/text/splice-diff.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './FieldDiff.module.css'
import { useMergeWords } from './use-merge-words.ts'

export interface FieldDiffProps {
  readonly fields: readonly MergedField[]
  /** Heads of the two columns. */
  readonly ours: ReactNode
  readonly theirs: ReactNode
  /** For screen readers. */
  readonly label: string
}

/** What stands here and what stands there, side by side, with the words in which they differ marked. */
export function FieldDiff({ fields, ours, theirs, label }: FieldDiffProps) {
  const t = useT('exchange')
  const words = useMergeWords()
  const lines = fields
    .map(({ part, column, ...values }) => ({
      part,
      column: words.column(column),
      here: words.value(column, values.ours),
      there: words.value(column, values.theirs),
    }))
    .filter(({ here, there }) => here !== null || there !== null)
  // Of what is only on one side, only that side is shown.
  const hasOurs = lines.some(({ here }) => here !== null)
  const hasTheirs = lines.some(({ there }) => there !== null)
  if (lines.length === 0) return null
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles['field']}>
            <span className="visually-hidden">{t('field')}</span>
          </th>
          {hasOurs && <th scope="col">{ours}</th>}
          {hasTheirs && <th scope="col">{theirs}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ part, column, here, there }, index) => (
          <tr key={index}>
            <th scope="row" className={styles['field']}>
              {part !== '' && <span className={styles['part']}>{part}</span>} {column}
            </th>
            {hasOurs && (
              <td>
                <Side own={here} other={there} />
              </td>
            )}
            {hasTheirs && (
              <td>
                <Side own={there} other={here} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Longer texts are shown without marks: finding them would take longer than reading. */
const LONGEST_MARKED = 4000

function Side({ own, other }: { readonly own: string | null; readonly other: string | null }) {
  const t = useT('exchange')
  if (own === null) return <span className={styles['none']}>{t('nothingThere')}</span>
  if (other === null || own.length + other.length > LONGEST_MARKED) return <div className={styles['value']}>{own}</div>
  return (
    <div className={styles['value']}>
      {markedPieces(own, other).map(({ text, isMarked }, index) =>
        isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </div>
  )
}

interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** `own` in pieces: what `other` has too, and what it has not. */
function markedPieces(own: string, other: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { at, removed } of diffText(own, other)) {
    pieces.push({ text: own.slice(from, at), isMarked: false }, { text: removed, isMarked: true })
    from = at + removed.length
  }
  pieces.push({ text: own.slice(from), isMarked: false })
  return pieces.filter(({ text }) => text !== '')
}
