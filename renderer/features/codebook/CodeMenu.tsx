import { useT } from '../../i18n/i18n.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useChosenCodes } from './open-codebook.ts'
import { useCodeMenu } from './use-code-menu.ts'

/** Viewport pixels. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}

export interface CodeMenuProps {
  /** Where the menu is to open instead of at its button; null: nowhere. */
  readonly at: MenuPlace | null
  readonly onClose: () => void
}

/** What one does to the chosen codes: a button with a menu, the same menu elsewhere, and the commands. */
export function CodeMenu({ at, onClose }: CodeMenuProps) {
  const t = useT('codebook')
  const isNothingChosen = useChosenCodes(({ ids }) => ids.size === 0)
  const items = useCodeMenu()
  return (
    <>
      <Menu label={t('menu.label')} items={items} placement="bottom end">
        <IconButton size="small" icon={<MoreIcon />} label={t('menu.label')} isDisabled={isNothingChosen} />
      </Menu>
      <ContextMenu label={t('menu.label')} at={at} items={items} onClose={onClose} />
    </>
  )
}
