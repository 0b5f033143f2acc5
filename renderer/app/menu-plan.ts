import type { MenuSection, Shell } from '../../shared/contract/bridge.ts'
import { keysOf } from './commands.ts'
import type { Command, CommandMenu } from './commands.ts'
import { acceleratorOf } from './keys.ts'

/** The menus from left to right. */
export const MENUS: readonly CommandMenu[] = ['file', 'edit', 'view', 'code', 'go', 'help']

/** The commands of one menu, in order. */
export function commandsOf(menu: CommandMenu, commands: readonly Command[]): readonly Command[] {
  return commands.filter((command) => command.menu === menu)
}

/** Whether a line is drawn above a command: it belongs to another hundred than the one before. */
export function startsGroup(command: Command, before: Command | undefined): boolean {
  return before !== undefined && Math.floor((command.order ?? 0) / 100) !== Math.floor((before.order ?? 0) / 100)
}

/** The native menus, as the desktop's shell wants them. */
export function nativeMenu(
  commands: readonly Command[],
  labelOf: (menu: CommandMenu) => string,
): Parameters<Shell['setMenu']>[0] {
  return MENUS.map<MenuSection>((menu) => {
    const own = commandsOf(menu, commands)
    return {
      label: labelOf(menu),
      role: menu === 'code' || menu === 'go' ? 'other' : menu,
      items: own.flatMap((command, index) => {
        const keys = keysOf(command)[0]
        const item = {
          type: 'command' as const,
          commandId: command.id,
          label: command.label,
          enabled: command.enabled !== false,
          ...(keys === undefined ? {} : { accelerator: acceleratorOf(keys) }),
          ...(command.checked === undefined ? {} : { checked: command.checked }),
        }
        return startsGroup(command, own[index - 1]) ? [{ type: 'separator' as const }, item] : [item]
      }),
    }
  }).filter((section) => section.items.length > 0)
}
