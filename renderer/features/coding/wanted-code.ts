import type { CodeRow } from '../../../shared/contract/code.ts'
import type { NewCode } from './use-code-actions.ts'
import type { CodeIndex } from './match-codes.ts'
import { codeNamed, matchCodes } from './match-codes.ts'

/** A code that could be made of what is typed, and the code it would stand under. */
export type WantedCode = NewCode & { readonly parent: CodeRow | null }

/**
 * Reads `name`, or `parent/name` where the parent is a code by label, name or the beginning of either; a slash that
 * stands behind no code belongs to the name. Null where nothing is typed or a code is called so already.
 */
export function wantedCode(index: CodeIndex, typed: string): WantedCode | null {
  const whole = typed.trim()
  if (whole === '' || codeNamed(index, whole) !== null) return null
  const slash = whole.lastIndexOf('/')
  const before = whole.slice(0, Math.max(0, slash)).trim()
  const parent = before === '' ? null : (codeNamed(index, before) ?? matchCodes(index, before)[0] ?? null)
  if (parent === null) return { name: whole, parentId: null, parent: null }
  const name = whole.slice(slash + 1).trim()
  if (name === '' || codeNamed(index, name)?.parentId === parent.id) return null
  return { name, parentId: parent.id, parent }
}
