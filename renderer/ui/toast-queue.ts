import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

export interface ToastContent {
  readonly tone: 'info' | 'success' | 'error'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 })

const SHOWN_MS = 6000

/** Shows a short message in the corner. Errors and messages with an action stay until they are closed. */
export function showToast(content: ToastContent): void {
  const isLasting = content.tone === 'error' || content.action !== undefined
  toastQueue.add(content, isLasting ? {} : { timeout: SHOWN_MS })
}
