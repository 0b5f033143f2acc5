import { useRef } from 'react'
import { Popover } from 'react-aria-components/Popover'
import styles from './List.module.css'
import { MenuList } from './Menu.tsx'
import type { MenuAction } from './Menu.tsx'

export interface ContextMenuProps {
  readonly label: string
  /** Viewport pixels; null: closed. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly items: readonly MenuAction[]
  readonly onClose: () => void
}

/** A menu at a place instead of a button: for the other mouse button and the context menu's key. */
export function ContextMenu({ label, at, items, onClose }: ContextMenuProps) {
  const place = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={place} aria-hidden="true" style={{ position: 'fixed', left: at?.x ?? 0, top: at?.y ?? 0 }} />
      <Popover
        aria-label={label}
        triggerRef={place}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        placement="bottom start"
        offset={2}
        className={styles['popover'] ?? ''}
      >
        <MenuList
          label={label}
          isFocused
          items={items.map((item) => ({
            ...item,
            onAction: () => {
              onClose()
              item.onAction()
            },
          }))}
        />
      </Popover>
    </>
  )
}
