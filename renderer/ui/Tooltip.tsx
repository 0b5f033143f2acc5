import type { ReactElement } from 'react'
import type { Placement } from 'react-aria-components/Popover'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  readonly text: string
  readonly keys?: string | undefined
  readonly placement?: Placement | undefined
  /** One React Aria button, link or `<Focusable>`. */
  readonly children: ReactElement
}

/** Names what has no words of its own. Never the only place where something is said. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip placement={placement} offset={4} className={styles['tooltip'] ?? ''}>
        {text}
        {keys !== undefined && <span className={styles['keys']}>{keys}</span>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
