import type { ReactNode } from 'react'
import styles from './figures.module.css'

export interface SortHeadProps<S extends string> {
  readonly by: S
  /** The one direction that answers a question: most first, or lowest figure first. */
  readonly direction: 'ascending' | 'descending'
  readonly sort: S
  readonly onSort: (by: S) => void
  /** The whole of a heading that is cut short. */
  readonly title?: string
  readonly children: ReactNode
}

/** The head of a column that the rows can be sorted by. */
export function SortHead<S extends string>({ by, direction, sort, onSort, title, children }: SortHeadProps<S>) {
  const isSorted = sort === by
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        title={title}
        className={styles['sort']}
        onClick={() => {
          onSort(by)
        }}
      >
        {children}
        {isSorted && (
          <span aria-hidden="true" className={styles['arrow']}>
            {direction === 'ascending' ? '↑' : '↓'}
          </span>
        )}
      </button>
    </th>
  )
}
