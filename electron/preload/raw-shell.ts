import { ipcRenderer, webUtils } from 'electron'
import type { MenuSection, PickedFile, Shell } from '../../shared/contract/bridge.ts'
import type { ShellArguments, ShellCall } from '../../shared/desktop/shell-calls.ts'

/** The shell of the bridge: every call is a message to the main process, which checks sender and arguments. */
export function rawShell(platform: NodeJS.Platform): Shell {
  return {
    platform: 'desktop',
    os: platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux',
    pickOpen: (kind, multiple) => ask<readonly PickedFile[]>('pickOpen', kind, multiple),
    pickSave: (kind, suggestedName) => ask<PickedFile | null>('pickSave', kind, suggestedName),
    // The host wrote to the very place the user chose.
    finishSave: () => Promise.resolve(),
    receive: (files) => ask<readonly PickedFile[]>('receive', files.map(pathOf)),
    setMenu: (menu) => {
      tell('setMenu', menu as MenuSection[] & ShellArguments<'setMenu'>[0], document.documentElement.lang || 'en')
    },
    setTitle: (title, edited) => {
      tell('setTitle', title, edited)
    },
    newWindow: () => {
      tell('newWindow')
    },
    openExternal: (url) => {
      tell('openExternal', url)
    },
  }
}

/** Only a `File` that the user dropped or chose has a path; one made by a script has none. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : ''
}

function ask<T>(name: ShellCall, ...args: unknown[]): Promise<T> {
  return ipcRenderer.invoke(`shell:${name}`, ...args) as Promise<T>
}

function tell<C extends ShellCall>(name: C, ...args: ShellArguments<C>): void {
  void ipcRenderer.invoke(`shell:${name}`, ...args)
}
