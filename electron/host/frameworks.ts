import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  frameworkFileSchema,
  validateFrameworkFile,
  type FrameworkFile,
} from '../../shared/framework/framework-file.ts'
import type { WritableDb } from './database/db.ts'
import { insert } from './database/rows.ts'
import { fail } from './errors.ts'

/** The built-in frameworks, each a file in `resources/frameworks/`. Files that are none are passed over. */
export function builtInFrameworks(resources: string): FrameworkFile[] {
  const folder = join(resources, 'frameworks')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const parsed = frameworkFileSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      return parsed.success ? [parsed.data] : []
    })
}

/** The built-in framework called `id`. Throws `framework_unknown`, `framework_invalid`. */
export function builtInFramework(resources: string, id: string): FrameworkFile {
  const file = builtInFrameworks(resources).find(({ framework }) => framework.id === id)
  if (file === undefined) fail('framework_unknown', { framework: id })
  const validation = validateFrameworkFile(file)
  return validation.ok ? validation.file : fail('framework_invalid', { framework: id })
}

/** Puts a framework with its codebook into an empty study, inside the operation that makes it. */
export function insertFramework(db: WritableDb, { framework, codes }: FrameworkFile, language: string): void {
  const ids = new Map<string, number>()
  const siblings = new Map<string | null, number>()
  // Parents first, whatever the order of the file; among siblings the file's order stands.
  for (let left = codes; left.length > 0;) {
    const ready = left.filter(({ parent }) => parent === null || ids.has(parent))
    if (ready.length === 0) throw new Error('a codebook whose parents are missing was validated')
    for (const code of ready) ids.set(code.label, insertCode(db, code, ids.get(code.parent ?? '') ?? null, siblings))
    left = left.filter((code) => !ready.includes(code))
  }
  insert(db, 'framework', {
    name: framework.name[language] ?? Object.values(framework.name)[0] ?? framework.id,
    body: JSON.stringify(framework),
  })
}

function insertCode(
  db: WritableDb,
  code: FrameworkFile['codes'][number],
  parentId: number | null,
  siblings: Map<string | null, number>,
): number {
  const position = siblings.get(code.parent) ?? 0
  siblings.set(code.parent, position + 1)
  const codeId = insert(db, 'code', {
    guid: code.guid,
    parent_id: parentId,
    label: code.label,
    colour: code.colour,
    shortcut: code.shortcut,
    codable: code.codable ? 1 : 0,
    sort_key: position,
  })
  for (const [language, text] of Object.entries(code.texts))
    insert(db, 'code_text', { code_id: codeId, language, ...text })
  return codeId
}
