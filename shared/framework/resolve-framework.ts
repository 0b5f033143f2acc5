import { codeRefsOf } from './code-refs-of.ts'
import type { CodeRef, Framework } from './framework-schema.ts'

/** A code of the study, as much of it as the framework needs. */
export interface StudyCode {
  id: number
  guid: string
  parentId: number | null
  label: string | null
}

/** A framework tied to the codes of one study. Maps go from code id; descendants are in them. */
export interface ResolvedFramework {
  framework: Framework
  /** In the order of the framework's dimensions. A code is in at most one of them. */
  dimensions: { id: string; categoryByCode: ReadonlyMap<number, string> }[]
  reasonByCode: ReadonlyMap<number, string>
  /** Optional codes that are switched off, with their descendants: they count for nothing, and are listed. */
  switchedOff: ReadonlySet<number>
  /** Ids of the codes the framework names, by guid. */
  codeIds: ReadonlyMap<string, number>
}

export interface FrameworkResolution {
  resolved: ResolvedFramework
  /** Codes that the framework names and the study does not have, each once. */
  missing: CodeRef[]
}

/**
 * Ties a framework to a study's codes by guid. A code stands for what the nearest code at or above it is named for;
 * so a new child of a named code counts at once, and a named child keeps its own meaning.
 */
export function resolveFramework(framework: Framework, codes: readonly StudyCode[]): FrameworkResolution {
  const idByGuid = new Map(codes.map((code) => [code.guid, code.id]))
  const parentOf = new Map(codes.map((code) => [code.id, code.parentId]))

  const grid = new Map<number, GridMeaning>()
  for (const dimension of framework.dimensions) {
    for (const category of dimension.categories) {
      for (const ref of category.codes) {
        const id = idByGuid.get(ref.guid)
        if (id !== undefined) grid.set(id, { dimension: dimension.id, category: category.id })
      }
    }
  }
  for (const { code, enabled } of framework.optionalCodes) {
    const id = idByGuid.get(code.guid)
    if (id !== undefined && !enabled) grid.set(id, null)
  }
  const reasons = new Map<number, string>()
  for (const reason of framework.reasons?.items ?? []) {
    for (const ref of reason.codes) {
      const id = idByGuid.get(ref.guid)
      if (id !== undefined) reasons.set(id, reason.id)
    }
  }

  const dimensions = framework.dimensions.map(({ id }) => ({ id, categoryByCode: new Map<number, string>() }))
  const reasonByCode = new Map<number, string>()
  const switchedOff = new Set<number>()
  for (const { id } of codes) {
    const meaning = nearest(id, grid, parentOf)
    if (meaning === null) switchedOff.add(id)
    if (!meaning) continue
    dimensions.find((dimension) => dimension.id === meaning.dimension)?.categoryByCode.set(id, meaning.category)
    const reason = nearest(id, reasons, parentOf)
    if (reason !== undefined) reasonByCode.set(id, reason)
  }

  const missing = new Map(codeRefsOf(framework).flatMap((ref) => (idByGuid.has(ref.guid) ? [] : [[ref.guid, ref]])))
  const codeIds = new Map(
    codeRefsOf(framework).flatMap((ref): [string, number][] => {
      const id = idByGuid.get(ref.guid)
      return id === undefined ? [] : [[ref.guid, id]]
    }),
  )
  return { resolved: { framework, dimensions, reasonByCode, switchedOff, codeIds }, missing: [...missing.values()] }
}

/** Null: the code is switched off. */
type GridMeaning = { dimension: string; category: string } | null

/** What the nearest named code at or above `id` stands for; undefined if there is none. */
function nearest<T>(
  id: number,
  named: ReadonlyMap<number, T>,
  parentOf: ReadonlyMap<number, number | null>,
): T | undefined {
  const seen = new Set<number>()
  let at: number | null = id
  while (at !== null && !seen.has(at)) {
    const meaning = named.get(at)
    if (meaning !== undefined) return meaning
    seen.add(at)
    at = parentOf.get(at) ?? null
  }
  return undefined
}
