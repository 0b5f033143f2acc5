import { readFileSync } from 'node:fs'
import type { FrameworkFile } from '../../../shared/framework/framework-file.ts'
import { validateFrameworkFile } from '../../../shared/framework/framework-file.ts'
import type { StudyCode } from '../../../shared/framework/resolve-framework.ts'

const path = new URL('../../../resources/frameworks/mobilization-participation.json', import.meta.url)

/** The built-in framework file as raw JSON; a new copy at every call. */
export function builtInJson(): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

export function builtInFile(): FrameworkFile {
  const result = validateFrameworkFile(builtInJson())
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.file
}

/** The codes of a study started from the file; ids count up from 1 in the file's order. */
export function studyCodes(file: FrameworkFile): StudyCode[] {
  const ids = new Map(file.codes.map((code, index) => [code.label, index + 1]))
  return file.codes.map((code, index) => ({
    id: index + 1,
    guid: code.guid,
    label: code.label,
    parentId: code.parent === null ? null : (ids.get(code.parent) ?? null),
  }))
}
