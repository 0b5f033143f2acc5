import { app, session, shell } from 'electron'
import { isOwnPage } from './page-address.ts'

/** Everything a page could reach beyond its own window is closed here, for every window there will ever be. */
export function closeTheDoors(): void {
  const { defaultSession } = session
  // Electron grants by default. A script may write plain text to the clipboard on a click, as on any web page.
  defaultSession.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(permission === 'clipboard-sanitized-write' && isOwnPage(details.requestingUrl) && !contents.isDestroyed())
  })
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'clipboard-sanitized-write' && isOwnPage(origin),
  )
  defaultSession.setDevicePermissionHandler(() => false)
  // Tianye speaks to no server, so nothing that runs in a window does.
  const elsewhere = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'] }
  defaultSession.webRequest.onBeforeRequest(elsewhere, (_details, answer) => {
    answer({ cancel: true })
  })

  app.on('web-contents-created', (_created, contents) => {
    const stay = (event: { preventDefault(): void }): void => {
      event.preventDefault()
    }
    // The page is one document for life: it loads no other, not even itself by a link.
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', stay)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Opens a web address or a letter in the user's own programs. Anything else could start a program. */
export function openExternal(address: string): void {
  const url = URL.parse(address)
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'mailto:')) void shell.openExternal(url.href)
}
