import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import styles from './Help.module.css'
import { IconButton } from './IconButton.tsx'
import { InfoIcon } from './icons.tsx'
import listStyles from './List.module.css'

export interface HelpProps {
  /** Name of the button and of what it opens: "What the shares say". */
  readonly label: string
  /** A few short paragraphs. */
  readonly children: ReactNode
}

/** A small button that opens an explanation beside what it explains. */
export function Help({ label, children }: HelpProps) {
  return (
    <DialogTrigger>
      <IconButton icon={<InfoIcon />} label={label} size="small" />
      <Popover offset={4} placement="bottom start" className={classNames(listStyles['popover'], styles['popover'])}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
