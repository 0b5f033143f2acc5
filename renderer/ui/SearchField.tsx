import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components/SearchField'
import { classNames } from './class-names.ts'
import buttonStyles from './Button.module.css'
import styles from './Field.module.css'
import { CloseIcon, SearchIcon } from './icons.tsx'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  /** Read, and shown as the placeholder. */
  readonly label: string
  readonly className?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A filter box: Escape empties it. */
export function SearchField({ label, className, inputRef, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} aria-label={label} className={classNames(styles['field'], className)}>
      <div className={styles['search']}>
        <span className={styles['searchIcon']}>
          <SearchIcon />
        </span>
        <Input placeholder={label} className={styles['input'] ?? ''} {...(inputRef ? { ref: inputRef } : {})} />
        <Button
          className={classNames(
            styles['clear'],
            buttonStyles['button'],
            buttonStyles['quiet'],
            buttonStyles['iconButton'],
            buttonStyles['small'],
          )}
        >
          <CloseIcon />
        </Button>
      </div>
    </AriaSearchField>
  )
}
