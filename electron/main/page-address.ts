/** The page of every window. A scheme of our own, since `file:` would let a page read the disk. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'tianye'
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`

/** Whether an address is one of the page's own: parsed, never compared as text. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST
}
