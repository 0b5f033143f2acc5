import { app, dialog } from 'electron'

/** Words for moments without a page that could speak the user's language: both languages, one line each. */

/** Tells the user that Tianye cannot go on, and ends it. */
export function failFatally(): never {
  dialog.showErrorBox(
    'Tianye 田野',
    'Tianye ran into a problem and has to close. Everything you did is saved.\n田野遇到问题，需要关闭。您所做的一切均已保存。',
  )
  app.exit(1)
  throw new Error('unreachable')
}

/** Asks what to do about something that stops again and again. */
export async function askToRetry(): Promise<'retry' | 'quit'> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Tianye 田野',
    message: 'Tianye keeps stopping. Everything you did is saved.\n田野反复意外停止。您所做的一切均已保存。',
    buttons: ['Try again 重试', 'Quit 退出'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0 ? 'retry' : 'quit'
}
