import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import styles from './Button.module.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode
  /** `primary`: the one thing a dialog is for. `quiet`: no frame until pointed at. */
  readonly tone?: 'normal' | 'primary' | 'danger' | 'quiet'
  readonly size?: 'normal' | 'small'
  readonly icon?: ReactNode
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ children, tone = 'normal', size = 'normal', icon, className, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classNames(styles['button'], styles[tone], styles[size], className)}>
      {icon}
      <span className={styles['label']}>{children}</span>
    </AriaButton>
  )
}
