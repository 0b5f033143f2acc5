import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import type { CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'
import { classNames } from './class-names.ts'
import styles from './Field.module.css'
import { CheckIcon, MinusIcon } from './icons.tsx'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  /** Absent: `aria-label` names it (in tables). */
  readonly children?: ReactNode
  readonly className?: string
}

export function Checkbox({ children, className, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={classNames(styles['checkbox'], className)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles['box']}>{isIndeterminate ? <MinusIcon /> : isSelected && <CheckIcon />}</span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}
