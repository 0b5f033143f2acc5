import { Menu as AriaMenu, MenuItem, MenuTrigger, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useT } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ChevronRightIcon, ListIcon } from '../ui/icons.tsx'
import listStyles from '../ui/List.module.css'
import { Menu, MenuList } from '../ui/Menu.tsx'
import type { MenuAction } from '../ui/Menu.tsx'
import { useBridge } from './bridge.ts'
import { keysOf, runCommand, useCommandList } from './commands.ts'
import type { CommandMenu } from './commands.ts'
import { shownKeys } from './keys.ts'
import { commandsOf, MENUS, startsGroup } from './menu-plan.ts'
import styles from './MenuBar.module.css'
import { useMediaQuery } from './pane-visibility.ts'

/** The menus of the browser mode, where there are no native ones. In a narrow window they are one. */
export function MenuBar() {
  const isNarrow = useMediaQuery('(max-width: 1180px)')
  return isNarrow ? <OneMenu /> : <AllMenus />
}

function AllMenus() {
  const t = useT('shell')
  const menus = useMenus()
  return (
    <Toolbar aria-label={t('menu.bar')} className={styles['bar'] ?? ''}>
      {menus.map(({ menu, items }) => (
        <Menu key={menu} items={items}>
          <Button tone="quiet" size="small">
            {t(`menu.${menu}`)}
          </Button>
        </Menu>
      ))}
    </Toolbar>
  )
}

function OneMenu() {
  const t = useT('shell')
  const menus = useMenus()
  return (
    <MenuTrigger>
      <IconButton size="small" icon={<ListIcon />} label={t('menu.bar')} />
      <Popover placement="bottom start" offset={2} className={listStyles['popover'] ?? ''}>
        <AriaMenu className={listStyles['list'] ?? ''}>
          {menus.map(({ menu, items }) => (
            <SubmenuTrigger key={menu}>
              <MenuItem className={listStyles['item'] ?? ''} textValue={t(`menu.${menu}`)}>
                <span className={listStyles['words']}>
                  <Text slot="label">{t(`menu.${menu}`)}</Text>
                </span>
                <ChevronRightIcon />
              </MenuItem>
              <Popover className={listStyles['popover'] ?? ''}>
                <MenuList label={t(`menu.${menu}`)} items={items} />
              </Popover>
            </SubmenuTrigger>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function useMenus(): readonly { menu: CommandMenu; items: readonly MenuAction[] }[] {
  const { shell } = useBridge()
  const commands = useCommandList()
  return MENUS.map((menu) => {
    const own = commandsOf(menu, commands)
    return {
      menu,
      items: own.map((command, index) => {
        const keys = keysOf(command)[0]
        return {
          id: command.id,
          label: command.label,
          keys: keys === undefined ? undefined : shownKeys(keys, shell.os),
          isDisabled: command.enabled === false,
          isChecked: command.checked === true,
          startsGroup: startsGroup(command, own[index - 1]),
          onAction: () => {
            runCommand(command.id)
          },
        }
      }),
    }
  }).filter(({ items }) => items.length > 0)
}
