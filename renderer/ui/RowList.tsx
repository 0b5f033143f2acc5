import { useId } from 'react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './RowList.module.css'
import type { RowListState } from './use-row-list.ts'

export interface RowListLine {
  readonly className: string | undefined
  /** Absent while its page is on the way. */
  readonly content: ReactNode
  /** In lists of which one picks several; else the active line is the selected one. */
  readonly isSelected?: boolean
}

export interface RowListProps {
  readonly list: RowListState
  readonly label: string
  readonly isMultiple?: boolean
  readonly line: (index: number) => RowListLine
}

/** The lines of a long list that are on the screen. The list itself holds the focus. */
export function RowList({ list, label, isMultiple = false, line }: RowListProps) {
  const id = useId()
  const { count, size, active, range, boxProps } = list
  const isActiveDrawn = active >= range.first && active < range.last
  return (
    <div
      {...boxProps}
      role="listbox"
      tabIndex={0}
      data-pane-start
      aria-label={label}
      aria-multiselectable={isMultiple || undefined}
      aria-activedescendant={isActiveDrawn ? `${id}-${active}` : undefined}
      className={styles['list']}
    >
      <div role="presentation" className={styles['sheet']} style={{ height: count * size }}>
        {Array.from({ length: range.last - range.first }, (_, offset) => {
          const index = range.first + offset
          const { className, content, isSelected = index === active } = line(index)
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isSelected}
              aria-posinset={index + 1}
              aria-setsize={count}
              tabIndex={-1}
              data-index={index}
              className={classNames(styles['line'], className, index === active && styles['active'])}
              style={{ top: index * size }}
            >
              {content}
            </div>
          )
        })}
      </div>
    </div>
  )
}
