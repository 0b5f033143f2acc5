import { useEffect } from 'react'
import { useT } from '../i18n/i18n.ts'
import { useBridge } from './bridge.ts'
import { useCommandList } from './commands.ts'
import { nativeMenu } from './menu-plan.ts'

/** Keeps the desktop's menus in step with the commands. Shows nothing. */
export function NativeMenu() {
  const t = useT('shell')
  const { shell } = useBridge()
  const commands = useCommandList()
  useEffect(() => {
    shell.setMenu(nativeMenu(commands, (menu) => t(`menu.${menu}`)))
  }, [shell, commands, t])
  return null
}
