import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import type { MenuSection } from '../../shared/contract/bridge.ts'
import { minimalMenu, showMenu } from './menu.ts'
import type { Windows } from './windows.ts'

/** Which menus are shown: those of the window in front, in the language its page speaks. */
export class Menus {
  readonly #windows: Windows
  readonly #ofWindow = new WeakMap<BrowserWindow, { sections: readonly MenuSection[]; language: string }>()

  constructor(windows: Windows) {
    this.#windows = windows
    app.on('browser-window-focus', (_event, window) => {
      this.#show(window)
    })
    this.#show(null)
  }

  set(window: BrowserWindow, sections: readonly MenuSection[], language: string): void {
    this.#ofWindow.set(window, { sections, language })
    if (this.#windows.current() === window) this.#show(window)
  }

  #show(window: BrowserWindow | null): void {
    const language = app.getLocale()
    const menu = (window === null ? undefined : this.#ofWindow.get(window)) ?? {
      sections: minimalMenu(language),
      language,
    }
    showMenu(menu.sections, menu.language, (commandId, chosenIn) => {
      const target = chosenIn ?? this.#windows.current()
      if (target !== null) this.#windows.send(target, { type: 'menu', commandId })
    })
  }
}
