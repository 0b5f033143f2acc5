import { useT } from '../i18n/i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useBridge } from './bridge.ts'
import { keysOf, useCommandList } from './commands.ts'
import { closeDialog, useDialogs } from './dialogs.ts'
import { shownKeys } from './keys.ts'
import styles from './KeysOverlay.module.css'
import { commandsOf, MENUS } from './menu-plan.ts'

/** All shortcuts that work now, on one page. */
export function KeysOverlay() {
  const t = useT('shell')
  const { shell } = useBridge()
  const commands = useCommandList().filter((command) => command.keys !== undefined)
  const isOpen = useDialogs((state) => state.open === 'keys')
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={closeDialog} size="large">
      <div className={styles['columns']}>
        {MENUS.map((menu) => ({ menu, own: commandsOf(menu, commands) }))
          .filter(({ own }) => own.length > 0)
          .map(({ menu, own }) => (
            <section key={menu} className={styles['section']}>
              <h3 className={styles['heading']}>{t(`menu.${menu}`)}</h3>
              <dl className={styles['list']}>
                {own.map((command) => (
                  <div key={command.id} className={styles['row']}>
                    <dt>{command.label}</dt>
                    <dd className={styles['keys']}>
                      {keysOf(command).map((keys) => (
                        <kbd key={keys}>{shownKeys(keys, shell.os)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  )
}
