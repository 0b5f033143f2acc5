import type { CodeRow } from '../../../shared/contract/code.ts'

/** The codebook as a tree, in the order its users gave it. */
export interface CodeNode {
  readonly code: CodeRow
  /** 0 at the top. */
  readonly level: number
  readonly children: readonly CodeNode[]
}

/** Builds the tree. A code whose parent is not among `codes` stands at the top. */
export function codeTree(codes: readonly CodeRow[]): CodeNode[] {
  const ids = new Set(codes.map((code) => code.id))
  const byParent = Map.groupBy(codes, (code) =>
    code.parentId !== null && ids.has(code.parentId) ? code.parentId : null,
  )
  const under = (parentId: number | null, level: number): CodeNode[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position || a.id - b.id)
      .map((code) => ({ code, level, children: under(code.id, level + 1) }))
  return under(null, 0)
}

/** Every node, parents before their children. */
export function flatten(nodes: readonly CodeNode[]): CodeNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)])
}

/** The tree with only the wanted codes and the way to them. */
export function pruned(nodes: readonly CodeNode[], wanted: ReadonlySet<number>): CodeNode[] {
  return nodes.flatMap((node) => {
    const children = pruned(node.children, wanted)
    return wanted.has(node.code.id) || children.length > 0 ? [{ ...node, children }] : []
  })
}

/** Ids of a code and all codes under it. */
export function branchOf(codes: readonly CodeRow[], id: number): Set<number> {
  const branch = new Set([id])
  for (let grown = true; grown;) {
    grown = false
    for (const code of codes) {
      if (code.parentId === null || branch.has(code.id) || !branch.has(code.parentId)) continue
      branch.add(code.id)
      grown = true
    }
  }
  return branch
}

/** Where a code is to go: to another code, to the end of the top, or a step from where it stands. */
export type CodeMove =
  | { readonly id: number; readonly place: 'before' | 'after' | 'inside' }
  | { readonly place: 'top' }
  /** `in`: under the sibling above; `out`: behind its parent. `id` is the code's own. */
  | { readonly id: number; readonly step: 'up' | 'down' | 'in' | 'out' }

/** A move as `code.move` wants it; null where the code may not go there (under itself) or is there already. */
export function moveTo(
  codes: readonly CodeRow[],
  id: number,
  move: CodeMove,
): { parentId: number | null; position: number } | null {
  const code = codes.find((candidate) => candidate.id === id)
  if (code === undefined) return null
  const siblingsIn = (parentId: number | null): CodeRow[] =>
    codes
      .filter((candidate) => candidate.parentId === parentId && candidate.id !== id)
      .sort((a, b) => a.position - b.position || a.id - b.id)
  if ('step' in move) {
    const siblings = siblingsIn(code.parentId)
    const at = siblings.filter((sibling) => comesBefore(sibling, code)).length
    const above = siblings[at - 1]
    const below = siblings[at]
    switch (move.step) {
      case 'up':
        return above === undefined ? null : { parentId: code.parentId, position: at - 1 }
      case 'down':
        return below === undefined ? null : { parentId: code.parentId, position: at + 1 }
      case 'in':
        return above === undefined ? null : moveTo(codes, id, { id: above.id, place: 'inside' })
      case 'out':
        return code.parentId === null ? null : moveTo(codes, id, { id: code.parentId, place: 'after' })
    }
  }
  if (move.place === 'top') {
    return code.parentId === null ? null : { parentId: null, position: siblingsIn(null).length }
  }
  const goal = codes.find((candidate) => candidate.id === move.id)
  if (goal === undefined || branchOf(codes, id).has(goal.id)) return null
  if (move.place === 'inside') {
    return code.parentId === goal.id ? null : { parentId: goal.id, position: siblingsIn(goal.id).length }
  }
  const siblings = siblingsIn(goal.parentId)
  const position = siblings.indexOf(goal) + (move.place === 'after' ? 1 : 0)
  const unmoved =
    code.parentId === goal.parentId && siblings.filter((row) => comesBefore(row, code)).length === position
  return unmoved ? null : { parentId: goal.parentId, position }
}

function comesBefore(one: CodeRow, other: CodeRow): boolean {
  return one.position < other.position || (one.position === other.position && one.id < other.id)
}
