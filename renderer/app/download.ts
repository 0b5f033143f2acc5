/** Hands a file to the user as a download of the browser (on the desktop, of the window). */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, KEPT_MS)
}

const KEPT_MS = 60_000
