import { z } from 'zod'
import { labelSchema, shortcutSchema } from '../contract/code.ts'
import { colourSchema, languageTagSchema } from '../contract/values.ts'
import { codeRefsOf } from './code-refs-of.ts'
import type { FrameworkProblem } from './framework-problem.ts'
import { shapeProblems } from './framework-problem.ts'
import { frameworkSchema, guidSchema } from './framework-schema.ts'
import { repeated } from './repeated.ts'
import { validateFramework } from './validate-framework.ts'

/**
 * A framework file: a framework with the codebook it speaks of, from which a study can be started. Codes stand in the
 * order of the codebook; a parent is named by its label, because people write these files.
 */

const text = z.string().max(4000)

export const codebookTextSchema = z.strictObject({
  name: z.string().min(1).max(500),
  definition: text,
  include: text,
  exclude: text,
  example: text,
})

export const codebookEntrySchema = z.strictObject({
  guid: guidSchema,
  label: labelSchema,
  parent: labelSchema.nullable(),
  colour: colourSchema,
  /** As in the codebook of a study: `1` for the key of the digit, `q` for that of the letter. */
  shortcut: shortcutSchema.nullable(),
  /** False: a heading that groups codes and cannot be applied. */
  codable: z.boolean(),
  texts: z.record(languageTagSchema, codebookTextSchema),
})

export const frameworkFileSchema = z.strictObject({
  framework: frameworkSchema,
  codes: z.array(codebookEntrySchema),
})

export type CodebookText = z.output<typeof codebookTextSchema>
export type CodebookEntry = z.output<typeof codebookEntrySchema>
export type FrameworkFile = z.output<typeof frameworkFileSchema>

export type FrameworkFileValidation = { ok: true; file: FrameworkFile } | { ok: false; problems: FrameworkProblem[] }

/** Reads a framework file; its framework and its codebook must be sound, and must fit each other. */
export function validateFrameworkFile(json: unknown): FrameworkFileValidation {
  const parsed = frameworkFileSchema.safeParse(json)
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error) }
  const file = parsed.data
  const framework = validateFramework(file.framework)
  const problems = [...(framework.ok ? [] : framework.problems), ...codebookProblems(file), ...unknownCodes(file)]
  return problems.length === 0 ? { ok: true, file } : { ok: false, problems }
}

function codebookProblems({ codes, framework }: FrameworkFile): FrameworkProblem[] {
  const parents = new Map(codes.map((code) => [code.label, code.parent]))
  const problems: FrameworkProblem[] = [
    ...repeated(codes.map((code) => code.guid)).map((guid) => problem('codebook_guid_repeated', { guid })),
    ...repeated(codes.map((code) => code.label)).map((label) => problem('codebook_label_repeated', { label })),
    ...repeated(codes.flatMap((code) => code.shortcut ?? [])).map((key) =>
      problem('codebook_shortcut_repeated', { shortcut: key }),
    ),
  ]
  for (const { label, parent, texts } of codes) {
    if (parent !== null && !parents.has(parent)) problems.push(problem('codebook_parent_unknown', { label, parent }))
    if (isInItself(label, parents)) problems.push(problem('codebook_parent_cycle', { label }))
    for (const language of framework.languages) {
      if (!(language in texts)) problems.push(problem('codebook_text_missing', { label, language }))
    }
  }
  return problems
}

function isInItself(label: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  let above = parents.get(label) ?? null
  while (above !== null && !seen.has(above)) {
    if (above === label) return true
    seen.add(above)
    above = parents.get(above) ?? null
  }
  return false
}

function unknownCodes({ framework, codes }: FrameworkFile): FrameworkProblem[] {
  const labels = new Map(codes.map((code) => [code.guid, code.label]))
  return codeRefsOf(framework)
    .filter((ref) => labels.get(ref.guid) !== ref.label)
    .map((ref) => problem('framework_code_unknown', { guid: ref.guid, label: ref.label }))
}

function problem(code: FrameworkProblem['code'], params: FrameworkProblem['params']): FrameworkProblem {
  return { code, params }
}
