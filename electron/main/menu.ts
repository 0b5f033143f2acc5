import { app, Menu } from 'electron'
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'
import type { MenuItem, MenuSection } from '../../shared/contract/bridge.ts'
import { nativeLabels } from './native-labels.ts'
import type { NativeLabels } from './native-labels.ts'

type Template = MenuItemConstructorOptions[]

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }
const MODIFIER = '(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)'
const KEY =
  '(?:[\\x21-\\x7e]|F(?:[1-9]|1\\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)'
const ACCELERATOR = new RegExp(`^(?:${MODIFIER}\\+)*${KEY}$`)

/** The menus before a page has sent its own. */
export function minimalMenu(language: string): MenuSection[] {
  const labels = nativeLabels(language)
  return [
    { label: labels.file, role: 'file', items: [] },
    { label: labels.edit, role: 'edit', items: [] },
    { label: labels.view, role: 'view', items: [] },
  ]
}

/**
 * Shows the page's menus with the system's own items in them.
 *
 * @param language of the sections, for the system's items
 * @param choose called with the command the user chose
 */
export function showMenu(
  sections: readonly MenuSection[],
  language: string,
  choose: (commandId: string, window: BrowserWindow | null) => void,
): void {
  const labels = nativeLabels(language)
  const isMac = process.platform === 'darwin'
  const menus = withWindowMenu(sections, labels).map(({ label, role, items }): MenuItemConstructorOptions => {
    const own = items.map((item) => itemOf(item, choose))
    const native = nativeItems(role, labels, isMac)
    return {
      label,
      ...(isMac && (role === 'window' || role === 'help') ? { role } : {}),
      submenu: own.length > 0 && native.length > 0 ? [...own, SEPARATOR, ...native] : [...own, ...native],
    }
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [appMenu(labels), ...menus] : menus))
}

/** The page has no commands for windows, but the systems have. */
function withWindowMenu(sections: readonly MenuSection[], labels: NativeLabels): readonly MenuSection[] {
  if (sections.some(({ role }) => role === 'window')) return sections
  const help = sections.findIndex(({ role }) => role === 'help')
  return sections.toSpliced(help < 0 ? sections.length : help, 0, { label: labels.window, role: 'window', items: [] })
}

function itemOf(
  item: MenuItem,
  choose: (commandId: string, window: BrowserWindow | null) => void,
): MenuItemConstructorOptions {
  if (item.type === 'separator') return SEPARATOR
  const { commandId, label, accelerator, enabled, checked } = item
  return {
    id: commandId,
    label,
    enabled,
    ...(checked === undefined ? {} : { type: 'checkbox', checked }),
    // Shown only: the page handles the key, which may mean something else while a text is being typed.
    ...(accelerator !== undefined && ACCELERATOR.test(accelerator) ? { accelerator, registerAccelerator: false } : {}),
    click: (_item, window) => {
      choose(commandId, (window as BrowserWindow | undefined) ?? null)
    },
  }
}

function nativeItems(role: MenuSection['role'], labels: NativeLabels, isMac: boolean): Template {
  switch (role) {
    case 'file':
      return [
        { role: 'close', label: labels.close },
        ...(isMac ? [] : [SEPARATOR, { role: 'quit', label: labels.quit } as const]),
      ]
    case 'edit':
      return [
        { role: 'cut', label: labels.cut },
        { role: 'copy', label: labels.copy },
        { role: 'paste', label: labels.paste },
        { role: 'selectAll', label: labels.selectAll },
      ]
    case 'view':
      return [
        { role: 'resetZoom', label: labels.resetZoom },
        { role: 'zoomIn', label: labels.zoomIn },
        { role: 'zoomOut', label: labels.zoomOut },
        SEPARATOR,
        { role: 'togglefullscreen', label: labels.fullScreen },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ]
    case 'window':
      return isMac
        ? [
            { role: 'minimize', label: labels.minimize },
            { role: 'zoom', label: labels.zoom },
            SEPARATOR,
            { role: 'front', label: labels.front },
          ]
        : // Without the role's key, which belongs to the page here.
          [{ label: labels.minimize, click: (_item, window) => (window as BrowserWindow | undefined)?.minimize() }]
    case 'help':
      return isMac ? [] : [{ role: 'about', label: labels.about }]
    case 'other':
      return []
  }
}

function appMenu(labels: NativeLabels): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    label: app.name,
    submenu: [
      { role: 'about', label: labels.about },
      SEPARATOR,
      { role: 'services', label: labels.services },
      SEPARATOR,
      { role: 'hide', label: labels.hide },
      { role: 'hideOthers', label: labels.hideOthers },
      { role: 'unhide', label: labels.unhide },
      SEPARATOR,
      { role: 'quit', label: labels.quit },
    ],
  }
}
