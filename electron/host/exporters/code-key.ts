import type { CodeRow } from '../../../shared/contract/code.ts'

/**
 * How files name a code: its label, or where it has none the names from the top down (`Trust > Lost trust`). Import
 * reads both back.
 */
export const PATH_SEPARATOR = ' > '

export function codeKey(codes: ReadonlyMap<number, CodeRow>, id: number): string {
  const code = codes.get(id)
  if (code === undefined) return ''
  if (code.label !== null) return code.label
  const name = code.texts[0]?.name ?? ''
  return code.parentId === null ? name : `${codeKey(codes, code.parentId)}${PATH_SEPARATOR}${name}`
}
