import { resolve, sep } from 'node:path'
import { isOwnPage } from './page-address.ts'

/** The file an address of the page names, resolved and inside `folder`, or null. */
export function fileFor(folder: string, address: string): string | null {
  if (!isOwnPage(address)) return null
  let name: string
  try {
    name = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
  if (name.includes('\0')) return null
  const path = resolve(folder, `.${name}`)
  return path.startsWith(`${resolve(folder)}${sep}`) ? path : null
}
