import { describe, expect, it } from 'vitest'
import { forgetCodes } from '../../../shared/framework/forget-codes.ts'
import type { FrameworkFile } from '../../../shared/framework/framework-file.ts'
import { validateFrameworkFile } from '../../../shared/framework/framework-file.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { validateFramework } from '../../../shared/framework/validate-framework.ts'
import { builtInFile } from './built-in.ts'

function problemsAfter(change: (framework: Framework) => void): unknown[] {
  const { framework } = builtInFile()
  change(framework)
  const result = validateFramework(framework)
  return result.ok ? [] : result.problems
}

function fileProblemsAfter(change: (file: FrameworkFile) => void): unknown[] {
  const file = builtInFile()
  change(file)
  const result = validateFrameworkFile(file)
  return result.ok ? [] : result.problems
}

function at<T>(list: T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`nothing at ${index}`)
  return item
}

describe('validateFramework', () => {
  it('accepts the built-in framework', () => {
    expect(problemsAfter(() => undefined)).toEqual([])
  })

  it('says where the shape is wrong, and refuses what it does not know', () => {
    for (const json of [null, [], 'x', {}]) expect(validateFramework(json).ok).toBe(false)
    const result = validateFramework({ ...builtInFile().framework, extra: 1 })
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'framework_shape', params: { issue: 'unrecognized_keys' } }],
    })
  })

  it('finds a combination without a cell, and one with two', () => {
    const problems = problemsAfter((framework) => {
      at(framework.cells, 1).categories = { ...at(framework.cells, 0).categories }
    })
    expect(problems).toEqual([
      { code: 'framework_cell_repeated', params: { categories: 'responsive × governance' } },
      { code: 'framework_cell_missing', params: { categories: 'responsive × rights-defence' } },
    ])
  })

  it('does not let a category outside the grid be a cell', () => {
    const problems = problemsAfter((framework) => {
      at(framework.cells, 0).categories = { mobilization: 'not-asked', participation: 'governance' }
    })
    expect(problems).toContainEqual({
      code: 'framework_unknown_id',
      params: { at: 'cells.0.categories.mobilization', id: 'not-asked' },
    })
  })

  it('finds a code with two meanings', () => {
    const problems = problemsAfter((framework) => {
      const [first, second] = at(framework.dimensions, 0).categories
      second?.codes.push(at(first?.codes ?? [], 0))
    })
    expect(problems).toMatchObject([{ code: 'framework_code_repeated', params: { label: 'M.R' } }])
  })

  it('finds references to nothing', () => {
    const problems = problemsAfter((framework) => {
      framework.matchedCells = ['T9']
      at(framework.expectedReasons, 0).among = ['capacity', 'weather']
      at(framework.rules.minimum.sides, 0).side = 'clergy'
      framework.gapBetween = { first: 'cadre', second: 'nobody' }
    })
    expect(problems.map((problem) => (problem as { params: { id: string } }).params.id)).toEqual([
      'T9',
      'weather',
      'clergy',
      'nobody',
    ])
  })

  it('finds repeated ids, roles in two sides and texts missing in a language', () => {
    const problems = problemsAfter((framework) => {
      at(framework.indices, 1).id = 'RI'
      at(framework.sides, 1).roles.push('FARMER ')
      at(framework.cells, 0).name = { en: 'Only English' }
    })
    expect(problems).toEqual([
      { code: 'framework_duplicate_id', params: { at: 'indices', id: 'RI' } },
      { code: 'framework_role_repeated', params: { role: 'farmer' } },
      { code: 'framework_language_missing', params: { at: 'cells.0.name', language: 'zh-CN' } },
    ])
  })

  it('keeps a framework valid when its codes are deleted', () => {
    const { framework, codes } = builtInFile()
    const forgotten = forgetCodes(framework, new Set(codes.map((code) => code.guid)))
    expect(validateFramework(forgotten).ok).toBe(true)
    expect(JSON.stringify(forgotten)).not.toContain('guid')
  })
})

describe('validateFrameworkFile', () => {
  it('finds a codebook that does not hang together', () => {
    const problems = fileProblemsAfter((file) => {
      at(file.codes, 1).shortcut = at(file.codes, 8).shortcut
      at(file.codes, 2).parent = 'M.Z'
      at(file.codes, 0).parent = 'M.R'
      delete at(file.codes, 3).texts['zh-CN']
    })
    expect(problems).toMatchObject([
      { code: 'codebook_shortcut_repeated' },
      { code: 'codebook_parent_cycle', params: { label: 'M' } },
      { code: 'codebook_parent_cycle', params: { label: 'M.R' } },
      { code: 'codebook_parent_unknown', params: { label: 'M.R1', parent: 'M.Z' } },
      { code: 'codebook_text_missing', params: { label: 'M.R2', language: 'zh-CN' } },
    ])
  })

  it('finds codes that the framework names and the codebook lacks', () => {
    const problems = fileProblemsAfter((file) => {
      file.codes = file.codes.filter((code) => code.label !== 'T.3')
    })
    expect(problems).toMatchObject([{ code: 'framework_code_unknown', params: { label: 'T.3' } }])
  })
})
