import { BrowserWindow, ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import { shellCalls } from '../../shared/desktop/shell-calls.ts'
import type { ShellArguments, ShellCall } from '../../shared/desktop/shell-calls.ts'
import { isOwnPage } from './page-address.ts'

/**
 * The one place that listens to pages. A message counts only if it comes from the top frame of one of our windows, and
 * that frame shows our page; then its arguments are checked.
 */
export function answerShellCall<C extends ShellCall>(
  name: C,
  answer: (window: BrowserWindow, ...args: ShellArguments<C>) => unknown,
): void {
  ipcMain.handle(`shell:${name}`, (event, ...args: unknown[]) => {
    const window = senderOf(event)
    const parsed = shellCalls[name].safeParse(args)
    // One answer for both, and no detail: a page that is ours never sees it.
    if (window === null || !parsed.success) throw new Error('refused')
    return answer(window, ...(parsed.data as ShellArguments<C>))
  })
}

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow | null {
  if (senderFrame === null || senderFrame !== sender.mainFrame || !isOwnPage(senderFrame.url)) return null
  return BrowserWindow.fromWebContents(sender)
}
