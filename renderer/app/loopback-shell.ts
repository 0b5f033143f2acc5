import type { FileKind, PickedFile, Shell } from '../../shared/contract/bridge.ts'
import { BridgeError } from './bridge-error.ts'
import { useUploadProgress } from './upload-progress.ts'
import { download } from './download.ts'

const ACCEPTED: Record<FileKind, string> = {
  study: '.tianye',
  returned: '.tianye',
  transcripts: '.txt,.docx',
  table: '.csv,.tsv,text/csv',
}

/** As many as a browser sends to one host at a time. */
const AT_ONCE = 6

/** Dialogs, files and the window title in the browser mode. Files travel as uploads and downloads, named by tickets. */
export function loopbackShell(token: string): Shell {
  const authorised = { Authorization: `Bearer ${token}` }
  const saved = new Map<string, string>()

  async function ticketFrom(path: string, query: Record<string, string>, body: File | null): Promise<PickedFile> {
    const { name = '' } = query
    const response = await fetch(`${path}?${new URLSearchParams(query).toString()}`, {
      method: 'POST',
      headers: authorised,
      body,
    }).catch(() => null)
    if (!response) throw new BridgeError('host_lost')
    if (response.status === 413) throw new BridgeError('upload_too_large', { name })
    if (!response.ok) throw new BridgeError('upload_failed', { name, status: response.status })
    return (await response.json()) as PickedFile
  }

  async function receive(files: readonly unknown[], kind?: FileKind): Promise<readonly PickedFile[]> {
    const waiting = files.filter((file) => file instanceof File)
    const tickets: PickedFile[] = []
    let next = 0
    async function send(): Promise<void> {
      while (next < waiting.length) {
        const index = next++
        const file = waiting[index]!
        tickets[index] = await ticketFrom('/upload', { name: file.name, ...(kind === undefined ? {} : { kind }) }, file)
        useUploadProgress.setState((before) => ({ ...before, done: before.done + 1 }))
      }
    }
    useUploadProgress.setState({ done: 0, total: waiting.length })
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, send))
    } finally {
      useUploadProgress.setState({ done: 0, total: 0 })
    }
    return tickets
  }

  return {
    platform: 'browser',
    os: systemOf(navigator.userAgent),
    pickOpen: async (kind, multiple) => receive(await chooseFiles(ACCEPTED[kind], multiple), kind),
    async pickSave(_kind, suggestedName) {
      const ticket = await ticketFrom('/save', { name: suggestedName }, null)
      saved.set(ticket.handle, ticket.name)
      return ticket
    },
    async finishSave(handle) {
      // An authenticated fetch, never a link: a link with the token would stay in the download list.
      const response = await fetch(`/download/${handle}`, { headers: authorised }).catch(() => null)
      if (!response?.ok) throw new BridgeError('download_failed')
      download(await response.blob(), saved.get(handle) ?? 'tianye')
      saved.delete(handle)
    },
    receive: (files) => receive(files),
    setMenu: () => undefined,
    setTitle(title, edited) {
      document.title = edited ? `• ${title}` : title
    },
    newWindow() {
      window.open(`${location.origin}/#token=${token}`, '_blank')
    },
    openExternal(url) {
      window.open(url, '_blank', 'noopener,noreferrer')
    },
  }
}

function systemOf(userAgent: string): Shell['os'] {
  if (/Mac|iPhone|iPad/.test(userAgent)) return 'mac'
  return userAgent.includes('Windows') ? 'windows' : 'linux'
}

/** The browser's own file dialog. Empty where it was cancelled. */
function chooseFiles(accept: string, multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])])
    })
    input.addEventListener('cancel', () => {
      resolve([])
    })
    input.click()
  })
}
