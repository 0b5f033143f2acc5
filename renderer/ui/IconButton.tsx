import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import type { Placement } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import styles from './Button.module.css'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly icon: ReactNode
  /** What the button does: its name for screen readers and its tooltip. */
  readonly label: string
  /** Shown behind the label in the tooltip: `Ctrl+K`. */
  readonly keys?: string
  readonly size?: 'normal' | 'small'
  readonly placement?: Placement
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon, label, keys, size = 'normal', placement, className, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} placement={placement}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classNames(styles['button'], styles['quiet'], styles['iconButton'], styles[size], className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
