import type { ReadableDb } from '../database/db.ts'
import { fail } from '../errors.ts'
import { PATH_SEPARATOR } from '../exporters/code-key.ts'
import { codeRows } from '../code-rows.ts'

/**
 * Finds codes as files name them: by label, by the names from the top down (`Trust > Lost trust`) in any language, or by
 * a name that only one code has. Throws `unknown_code`, `ambiguous_code` (code).
 */
export function codeLookup(db: ReadableDb): (key: string) => { readonly id: number; readonly codable: boolean } {
  const codes = codeRows(db)
  const byId = new Map(codes.map((code) => [code.id, code]))
  const byLabel = new Map(codes.flatMap(({ id, label }) => (label === null ? [] : [[label, id] as const])))
  const named = new Map<string, Set<number>>()
  const add = (key: string, id: number) => named.set(key, (named.get(key) ?? new Set()).add(id))
  const paths = new Map<number, ReadonlySet<string>>()
  for (const { id, parentId, label, texts } of codes) {
    const own = new Set([...texts.map(({ name }) => name), ...(label === null ? [] : [label])])
    const above = parentId === null ? undefined : paths.get(parentId)
    const full = new Set(
      above === undefined
        ? own
        : [...above].flatMap((path) => [...own].map((name) => `${path}${PATH_SEPARATOR}${name}`)),
    )
    paths.set(id, full)
    for (const path of [...full, ...own]) add(path, id)
  }
  return (key) => {
    const found = [...(named.get(key) ?? [])]
    const id = byLabel.get(key) ?? found[0]
    if (id === undefined) fail('unknown_code', { code: key })
    if (!byLabel.has(key) && found.length > 1) fail('ambiguous_code', { code: key })
    return { id, codable: byId.get(id)?.codable === true }
  }
}
