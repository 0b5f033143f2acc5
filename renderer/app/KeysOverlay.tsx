import { useState } from 'react'
import type { ReactNode } from 'react'
import { openKeySettings } from '../features/settings/settings-tab.ts'
import { useT } from '../i18n/i18n.ts'
import { folded } from '../i18n/spoken.ts'
import { useReading } from '../reader/reading-state.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useBridge } from './bridge.ts'
import { caretKeys } from './caret-keys.ts'
import { keysOf, useCodeKeys, useCommandList } from './commands.ts'
import { closeDialog, useDialogs } from './dialogs.ts'
import { shownKeys } from './keys.ts'
import styles from './KeysOverlay.module.css'
import { commandsOf, MENUS } from './menu-plan.ts'

interface KeyLine {
  readonly id: string
  readonly label: string
  /** As they are shown. */
  readonly keys: readonly string[]
}

/** All keys that work now, on one page: of commands, of codes, of the caret. */
export function KeysOverlay() {
  const t = useT('shell')
  const isOpen = useDialogs((state) => state.open === 'keys')
  return (
    <Dialog
      title={t('keys.title')}
      isOpen={isOpen}
      onClose={closeDialog}
      size="large"
      footer={<Button onPress={openKeySettings}>{t('keys.change')}</Button>}
    >
      <Lines />
    </Dialog>
  )
}

function Lines() {
  const t = useT('shell')
  const { shell } = useBridge()
  const commands = useCommandList().filter((command) => command.enabled !== false && keysOf(command).length > 0)
  const isReading = useReading((state) => state.view !== null)
  const [typed, setTyped] = useState('')
  const wanted = folded(typed)
  const only = (lines: readonly KeyLine[]): readonly KeyLine[] =>
    lines.filter(({ label, keys }) => [label, ...keys].some((words) => folded(words).includes(wanted)))
  const menus = MENUS.map((menu) => ({
    menu,
    lines: only(
      commandsOf(menu, commands).map((command) => ({
        id: command.id,
        label: command.label,
        keys: keysOf(command).map((keys) => shownKeys(keys, shell.os)),
      })),
    ),
  }))
  const caret = only([
    ...caretKeys(shell.os).map(({ what, keys }) => ({
      id: what,
      label: t(`keys.caret.${what}`),
      keys: keys.map((own) => shownKeys(own, shell.os)),
    })),
    { id: 'clicks', label: t('keys.caret.clicks'), keys: [t('keys.caret.clickTimes')] },
  ])
  return (
    <>
      <SearchField
        label={t('keys.filter')}
        value={typed}
        onChange={setTyped}
        className={styles['filter'] ?? ''}
        autoFocus
      />
      <div className={styles['columns']}>
        {isReading && <CodeKeys only={only} />}
        {menus.map(({ menu, lines }) => (
          <Group key={menu} title={t(`menu.${menu}`)} lines={lines} />
        ))}
        {isReading && <Group title={t('keys.caretTitle')} lines={caret} />}
      </div>
      {!isReading && menus.every(({ lines }) => lines.length === 0) && <p>{t('keys.nothing')}</p>}
    </>
  )
}

function CodeKeys({ only }: { readonly only: (lines: readonly KeyLine[]) => readonly KeyLine[] }) {
  const t = useT('shell')
  const lines = useCodeKeys().map(({ key, code }) => ({ id: `${key} ${code}`, label: code, keys: [key.toUpperCase()] }))
  return (
    <Group title={t('keys.codes')} lines={only(lines)}>
      <p className={styles['text']}>{t('keys.codesText')}</p>
    </Group>
  )
}

interface GroupProps {
  readonly title: string
  readonly lines: readonly KeyLine[]
  readonly children?: ReactNode
}

function Group({ title, lines, children }: GroupProps) {
  if (lines.length === 0) return null
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{title}</h3>
      {children}
      <dl className={styles['list']}>
        {lines.map(({ id, label, keys }) => (
          <div key={id} className={styles['row']}>
            <dt>{label}</dt>
            <dd className={styles['keys']}>
              {keys.map((own) => (
                <kbd key={own}>{own}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
