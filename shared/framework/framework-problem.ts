import type { z } from 'zod'

/** Why a framework or a framework file cannot be used; the renderer has a sentence for each code. */
export const frameworkProblemCodes = [
  /** Not of the expected shape at `at`; `issue` is the validator's own short code. */
  'framework_shape',
  /** Two parts of one kind share the id `id`. */
  'framework_duplicate_id',
  /** `at` refers to a part `id` that is not there. */
  'framework_unknown_id',
  /** A text lacks `language`. */
  'framework_language_missing',
  /** The code `label` is named twice among the dimensions, reasons or optional codes. */
  'framework_code_repeated',
  /** A dimension has no category inside the grid. */
  'framework_grid_empty',
  /** No cell for the combination `categories`. */
  'framework_cell_missing',
  /** Two cells for the combination `categories`. */
  'framework_cell_repeated',
  /** A role stands in two sides. */
  'framework_role_repeated',
  /** The numerator of index `id` is not part of its denominator. */
  'framework_index_numerator',
  /** The expected reason `id` is not among those it is compared with. */
  'framework_expected_reason',
  /** The framework names the code `label` (`guid`), which the codebook does not have under that guid and label. */
  'framework_code_unknown',
  /** Codebook of a file: two codes share a guid, label or shortcut. */
  'codebook_guid_repeated',
  'codebook_label_repeated',
  'codebook_shortcut_repeated',
  /** The parent `parent` of `label` is not in the codebook, or `label` lies within itself. */
  'codebook_parent_unknown',
  'codebook_parent_cycle',
  /** The code `label` has no texts in `language`. */
  'codebook_text_missing',
] as const

export type FrameworkProblemCode = (typeof frameworkProblemCodes)[number]

/** `at` in the parameters is the place in the JSON, as `cells.2.name`. */
export interface FrameworkProblem {
  code: FrameworkProblemCode
  params: Record<string, string | number>
}

/** A validator's complaints as problems of this module. */
export function shapeProblems(error: z.ZodError): FrameworkProblem[] {
  return error.issues.map((issue) => ({
    code: 'framework_shape',
    params: { at: issue.path.map(String).join('.'), issue: issue.code },
  }))
}
