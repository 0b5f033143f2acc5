import type { CodeRef, Framework } from './framework-schema.ts'
import { frameworkSchema } from './framework-schema.ts'
import type { FrameworkProblem, FrameworkProblemCode } from './framework-problem.ts'
import { shapeProblems } from './framework-problem.ts'
import { normaliseRole } from './normalise-role.ts'
import { repeated } from './repeated.ts'

export type FrameworkValidation = { ok: true; framework: Framework } | { ok: false; problems: FrameworkProblem[] }

/**
 * Reads a framework from JSON that anyone may have written. Either the whole framework is sound, or all problems that
 * could be found are returned together.
 */
export function validateFramework(json: unknown): FrameworkValidation {
  const parsed = frameworkSchema.safeParse(json)
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error) }
  const problems = meaningProblems(parsed.data)
  return problems.length === 0 ? { ok: true, framework: parsed.data } : { ok: false, problems }
}

function meaningProblems(framework: Framework): FrameworkProblem[] {
  const problems: FrameworkProblem[] = []
  const report = (code: FrameworkProblemCode, params: FrameworkProblem['params']): void => {
    problems.push({ code, params })
  }
  checkIds(framework, report)
  checkReferences(framework, report)
  checkGrid(framework, report)
  checkCodes(framework, report)
  checkRoles(framework, report)
  checkLanguages(framework, framework.languages, '', report)
  return problems
}

type Report = (code: FrameworkProblemCode, params: FrameworkProblem['params']) => void

function checkIds(framework: Framework, report: Report): void {
  const lists: [string, { id: string }[]][] = [
    ['dimensions', framework.dimensions],
    ...framework.dimensions.map((d, i): [string, { id: string }[]] => [`dimensions.${i}.categories`, d.categories]),
    ['cells', framework.cells],
    ['reasons.items', framework.reasons?.items ?? []],
    ['sides', framework.sides],
    ['actors', framework.actors],
    ['indices', framework.indices],
    ['outcomes', framework.outcomes],
    ['mechanism', framework.mechanism],
    ['groupings', framework.groupings],
  ]
  for (const [at, parts] of lists) {
    for (const id of repeated(parts.map((part) => part.id))) report('framework_duplicate_id', { at, id })
  }
}

function checkReferences(framework: Framework, report: Report): void {
  const cells = new Set(framework.cells.map((cell) => cell.id))
  const sides = new Set(framework.sides.map((side) => side.id))
  const reasons = new Set(framework.reasons?.items.map((item) => item.id))
  const categories = new Map(framework.dimensions.map((d) => [d.id, new Set(d.categories.map((c) => c.id))]))
  const need = (known: ReadonlySet<string> | undefined, id: string, at: string): void => {
    if (!known?.has(id)) report('framework_unknown_id', { at, id })
  }

  framework.matchedCells.forEach((id, i) => need(cells, id, `matchedCells.${i}`))
  framework.groupings.forEach((g, i) => g.cells.forEach((id, j) => need(cells, id, `groupings.${i}.cells.${j}`)))
  framework.checks.forEach((c, i) => c.cells.forEach((id, j) => need(cells, id, `checks.${i}.cells.${j}`)))
  if (framework.reasons !== null) {
    need(categories.get(framework.reasons.dimension), framework.reasons.category, 'reasons.category')
  }
  framework.expectedReasons.forEach((expected, i) => {
    need(cells, expected.cell, `expectedReasons.${i}.cell`)
    expected.among.forEach((id, j) => need(reasons, id, `expectedReasons.${i}.among.${j}`))
    if (!expected.among.includes(expected.reason)) {
      report('framework_expected_reason', { at: `expectedReasons.${i}`, id: expected.reason })
    }
  })
  framework.indices.forEach((index, i) => {
    const known = categories.get(index.dimension)
    index.denominator.forEach((id, j) => need(known, id, `indices.${i}.denominator.${j}`))
    if (!index.numerator.every((id) => index.denominator.includes(id))) {
      report('framework_index_numerator', { at: `indices.${i}`, id: index.id })
    }
  })
  framework.actors.forEach((actor, i) => {
    if (actor.side !== null) need(sides, actor.side, `actors.${i}.side`)
  })
  framework.rules.minimum.sides.forEach((m, i) => need(sides, m.side, `rules.minimum.sides.${i}`))
  if (framework.gapBetween !== null) {
    need(sides, framework.gapBetween.first, 'gapBetween.first')
    need(sides, framework.gapBetween.second, 'gapBetween.second')
  }
}

/** Every combination of categories inside the grid has exactly one cell, and no cell lies outside the grid. */
function checkGrid(framework: Framework, report: Report): void {
  const grid = framework.dimensions.map((dimension) => ({
    id: dimension.id,
    categories: dimension.categories.filter((category) => category.inGrid).map((category) => category.id),
  }))
  for (const dimension of grid) {
    if (dimension.categories.length === 0) report('framework_grid_empty', { id: dimension.id })
  }
  const [first, second] = grid
  if (first === undefined || second === undefined) return
  const covered = new Map<string, number>()
  framework.cells.forEach((cell, i) => {
    for (const dimension of grid) {
      const id = cell.categories[dimension.id]
      if (id === undefined || !dimension.categories.includes(id)) {
        report('framework_unknown_id', { at: `cells.${i}.categories.${dimension.id}`, id: id ?? '' })
      }
    }
    for (const id of Object.keys(cell.categories)) {
      if (id !== first.id && id !== second.id) report('framework_unknown_id', { at: `cells.${i}.categories`, id })
    }
    const key = `${cell.categories[first.id] ?? ''} × ${cell.categories[second.id] ?? ''}`
    covered.set(key, (covered.get(key) ?? 0) + 1)
  })
  for (const a of first.categories) {
    for (const b of second.categories) {
      const key = `${a} × ${b}`
      const times = covered.get(key) ?? 0
      if (times === 0) report('framework_cell_missing', { categories: key })
      if (times > 1) report('framework_cell_repeated', { categories: key })
    }
  }
}

/** A code has one meaning in the grid, and one among the reasons; else an episode's category would depend on the order of the file. */
function checkCodes(framework: Framework, report: Report): void {
  const groups: CodeRef[][] = [
    framework.dimensions.flatMap((dimension) => dimension.categories.flatMap((category) => category.codes)),
    framework.reasons?.items.flatMap((item) => item.codes) ?? [],
    framework.optionalCodes.map((optional) => optional.code),
  ]
  for (const refs of groups) {
    const labels = new Map(refs.map((ref) => [ref.guid, ref.label]))
    for (const guid of repeated(refs.map((ref) => ref.guid))) {
      report('framework_code_repeated', { guid, label: labels.get(guid) ?? '' })
    }
  }
}

function checkRoles(framework: Framework, report: Report): void {
  for (const role of repeated(framework.sides.flatMap((side) => [...new Set(side.roles.map(normaliseRole))]))) {
    report('framework_role_repeated', { role })
  }
}

const localisedKeys = new Set(['name', 'description', 'note'])

/** Walks all localised texts, wherever they are: a text added to the schema later is checked without a word here. */
function checkLanguages(value: unknown, languages: string[], at: string, report: Report): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    const path = at === '' ? key : `${at}.${key}`
    if (localisedKeys.has(key) && typeof child === 'object' && child !== null) {
      for (const language of languages) {
        if (!(language in child)) report('framework_language_missing', { at: path, language })
      }
    } else {
      checkLanguages(child, languages, path, report)
    }
  }
}
