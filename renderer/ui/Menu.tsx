import { Fragment } from 'react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { Placement } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { classNames } from './class-names.ts'
import { CheckIcon } from './icons.tsx'
import styles from './List.module.css'

export interface MenuAction {
  readonly id: string
  readonly label: string
  /** As people read it: `Ctrl+K`. */
  readonly keys?: string | undefined
  readonly isDisabled?: boolean
  readonly isChecked?: boolean
  readonly isDanger?: boolean
  /** Draws a line above. */
  readonly startsGroup?: boolean
  readonly onAction: () => void
}

export interface MenuProps {
  /** Name of the menu for screen readers; absent: the trigger's. */
  readonly label?: string
  readonly items: readonly MenuAction[]
  /** The button that opens it: a Button or IconButton. */
  readonly children: ReactElement
  readonly placement?: Placement
  readonly onOpenChange?: (isOpen: boolean) => void
}

/** A button with a menu. */
export function Menu({ label, items, children, placement = 'bottom start', onOpenChange }: MenuProps) {
  return (
    <MenuTrigger {...(onOpenChange ? { onOpenChange } : {})}>
      {children}
      <Popover placement={placement} offset={2} className={styles['popover'] ?? ''}>
        <MenuList {...(label === undefined ? {} : { label })} items={items} />
      </Popover>
    </MenuTrigger>
  )
}

/** The entries alone, for popovers that are opened otherwise (context menus, the menu bar). */
export function MenuList({ label, items, isFocused }: Pick<MenuProps, 'label' | 'items'> & { isFocused?: true }) {
  return (
    <AriaMenu
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(isFocused === undefined ? {} : { autoFocus: 'first' as const })}
      className={styles['list'] ?? ''}
    >
      {items.map((item, index) => (
        <Fragment key={item.id}>
          {item.startsGroup === true && index > 0 && <Separator className={styles['separator'] ?? ''} />}
          <MenuItem
            id={item.id}
            textValue={item.label}
            isDisabled={item.isDisabled ?? false}
            onAction={item.onAction}
            className={classNames(styles['item'], item.isDanger === true && styles['danger'])}
          >
            <span className={styles['check']}>{item.isChecked === true && <CheckIcon />}</span>
            <span className={styles['words']}>{item.label}</span>
            {item.keys !== undefined && <kbd className={styles['keys']}>{item.keys}</kbd>}
          </MenuItem>
        </Fragment>
      ))}
    </AriaMenu>
  )
}
