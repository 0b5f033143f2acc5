import type { ReactNode } from 'react'
import type { MergedField, MergedTable } from '../../../shared/contract/merge.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import styles from './FieldDiff.module.css'
import { markedPieces } from './marked-pieces.ts'
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
  const language = useLanguage()
  const lines = fields
    .filter(({ table, column }) => !NAMED_BY_PART[table]?.includes(column))
    .map(({ table, part, column, ...values }) => ({
      part: table === 'code_text' ? languageName(part, language) : part,
      isColour: column === 'colour',
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
        {lines.map(({ part, column, isColour, here, there }, index) => (
          <tr key={index}>
            <th scope="row" className={styles['field']}>
              {part !== '' && <span className={styles['part']}>{part}</span>} {column}
            </th>
            {hasOurs && (
              <td>
                <Side own={here} other={there} isColour={isColour} />
              </td>
            )}
            {hasTheirs && (
              <td>
                <Side own={there} other={here} isColour={isColour} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Columns that say what the part is already called. */
const NAMED_BY_PART: Partial<Record<MergedTable, readonly string[]>> = {
  code_text: ['code_id', 'language'],
  speaker: ['document_id'],
  attribute_value: ['attribute_id', 'case_id', 'document_id'],
}

interface SideProps {
  readonly own: string | null
  readonly other: string | null
  readonly isColour: boolean
}

function Side({ own, other, isColour }: SideProps) {
  const t = useT('exchange')
  if (own === null) return <span className={styles['none']}>{t('nothingThere')}</span>
  if (isColour) {
    return (
      <span className={styles['colour']}>
        <CodeSwatch colour={own} /> {own}
      </span>
    )
  }
  if (other === null) return <div className={styles['value']}>{own}</div>
  return (
    <div className={styles['value']}>
      {markedPieces(own, other).map(({ text, isMarked }, index) =>
        isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </div>
  )
}
