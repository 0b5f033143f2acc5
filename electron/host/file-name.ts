import { existsSync } from 'node:fs'
import { join } from 'node:path'

const MAX_BYTES = 180
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name for a file that every file system takes, from any text: no folders, no control, direction or other invisible
 * characters, none of the signs Windows keeps for itself, at most 180 bytes of whole characters. `file` if nothing is left.
 */
export function safeFileName(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  let name = ''
  let bytes = 0
  for (const character of clean) {
    bytes += Buffer.byteLength(character)
    if (bytes > MAX_BYTES) break
    name += character
  }
  name = name.replace(/[. ]+$/, '')
  if (name === '') return 'file'
  return RESERVED.test(name) ? `_${name}` : name
}

/** `Li River.tianye`, `Li River 2.tianye` …: the first in `folder` that is free. */
export function freePath(folder: string, name: string, extension: string): string {
  const stem = safeFileName(name)
  for (let number = 1; ; number++) {
    const path = join(folder, `${number === 1 ? stem : `${stem} ${number}`}${extension}`)
    if (!existsSync(path)) return path
  }
}
