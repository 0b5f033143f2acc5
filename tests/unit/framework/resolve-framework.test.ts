import { describe, expect, it } from 'vitest'
import { cellOf } from '../../../shared/framework/cell-of.ts'
import { resolveFramework } from '../../../shared/framework/resolve-framework.ts'
import { builtInFile, studyCodes } from './built-in.ts'

const file = builtInFile()
const codes = studyCodes(file)
const idOf = (label: string): number => codes.find((code) => code.label === label)?.id ?? 0

describe('resolveFramework', () => {
  it('lets a child count for its parent, also one that the researcher adds', () => {
    const own = { id: 900, guid: 'b7e3f1c2-0000-4000-8000-000000000001', parentId: idOf('M.R2'), label: null }
    const { resolved, missing } = resolveFramework(file.framework, [...codes, own])
    const mobilization = resolved.dimensions[0]?.categoryByCode
    expect(missing).toEqual([])
    for (const id of [idOf('M.R'), idOf('M.R3'), 900]) expect(mobilization?.get(id)).toBe('responsive')
    expect(mobilization?.get(idOf('M.0'))).toBe('not-asked')
    expect(mobilization?.has(idOf('M'))).toBe(false)
    expect(mobilization?.has(idOf('P.G'))).toBe(false)
  })

  it('counts reasons as their category and knows which reason they are', () => {
    const { resolved } = resolveFramework(file.framework, codes)
    expect(resolved.dimensions[1]?.categoryByCode.get(idOf('P.NC'))).toBe('non-participation')
    expect(resolved.reasonByCode.get(idOf('P.NC'))).toBe('capacity')
    expect(resolved.reasonByCode.has(idOf('P.N'))).toBe(false)
  })

  it('leaves an optional code out until it is switched on', () => {
    const off = resolveFramework(file.framework, codes).resolved
    expect(off.switchedOff).toEqual(new Set([idOf('P.NX')]))
    expect(off.dimensions[1]?.categoryByCode.has(idOf('P.NX'))).toBe(false)
    const optionalCodes = file.framework.optionalCodes.map((optional) => ({ ...optional, enabled: true }))
    const on = resolveFramework({ ...file.framework, optionalCodes }, codes).resolved
    expect(on.switchedOff.size).toBe(0)
    expect(on.dimensions[1]?.categoryByCode.get(idOf('P.NX'))).toBe('non-participation')
    expect(on.reasonByCode.get(idOf('P.NX'))).toBe('not-invited')
  })

  it('reports missing codes once each and resolves the rest', () => {
    const { resolved, missing } = resolveFramework(
      file.framework,
      codes.filter((code) => code.label !== 'M.A' && code.label !== 'P.NX'),
    )
    expect(missing.map((ref) => ref.label).sort()).toEqual(['M.A', 'P.NX'])
    expect(resolved.dimensions[0]?.categoryByCode.get(idOf('M.R'))).toBe('responsive')
  })

  it('survives codes whose parents run in a circle', () => {
    const circle = [
      { id: 1, guid: 'b7e3f1c2-0000-4000-8000-000000000001', parentId: 2, label: null },
      { id: 2, guid: 'b7e3f1c2-0000-4000-8000-000000000002', parentId: 1, label: null },
    ]
    expect(resolveFramework(file.framework, circle).resolved.reasonByCode.size).toBe(0)
  })
})

describe('cellOf', () => {
  it('names the cell of two categories, and none for what is unknown or outside the grid', () => {
    expect(cellOf(file.framework, 'responsive', 'governance')).toBe('T1')
    expect(cellOf(file.framework, 'administrative', 'rights-defence')).toBe('T2')
    expect(cellOf(file.framework, 'responsive', 'rights-defence')).toBe('X1')
    expect(cellOf(file.framework, 'not-asked', 'governance')).toBeNull()
    expect(cellOf(file.framework, null, 'governance')).toBeNull()
  })
})
