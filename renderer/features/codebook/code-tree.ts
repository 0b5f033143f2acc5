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

/** Where codes are to go: to another code, to the end of the top, or a step from where they stand. */
export type CodeMove =
  | { readonly id: number; readonly place: 'before' | 'after' | 'inside' }
  | { readonly place: 'top' }
  /** `in`: under the sibling above; `out`: behind their parent. */
  | { readonly step: 'up' | 'down' | 'in' | 'out' }

/** A move as `code.move` wants it: `position` counts the siblings at the goal that do not move. */
export interface CodeGoal {
  readonly ids: number[]
  readonly parentId: number | null
  readonly position: number
}

/**
 * Where a move takes codes, in the codebook's order; those below others of them go along. Null where they may not go
 * there (below one of themselves), are there already, or, for a step, do not have the same parent.
 */
export function moveTo(codes: readonly CodeRow[], ids: readonly number[], move: CodeMove): CodeGoal | null {
  const moving = topmost(codes, ids)
  const [first] = moving
  const last = moving.at(-1)
  if (first === undefined || last === undefined) return null
  const isMoving = new Set(moving.map(({ id }) => id))
  const siblingsIn = (parentId: number | null): CodeRow[] =>
    codes.filter((code) => code.parentId === parentId).sort((a, b) => a.position - b.position || a.id - b.id)
  const stayingIn = (parentId: number | null): CodeRow[] => siblingsIn(parentId).filter(({ id }) => !isMoving.has(id))
  const goal = (parentId: number | null, position: number): CodeGoal | null => {
    const staying = stayingIn(parentId).map(({ id }) => id)
    const order = moving.map(({ id }) => id)
    const after = staying.toSpliced(position, 0, ...order)
    const before = siblingsIn(parentId).map(({ id }) => id)
    return after.length === before.length && after.every((id, index) => id === before[index])
      ? null
      : { ids: order, parentId, position }
  }

  if ('step' in move) {
    const { parentId } = first
    if (moving.some((code) => code.parentId !== parentId)) return null
    const staying = stayingIn(parentId)
    const before = staying.filter((sibling) => comesBefore(sibling, first)).length
    const above = staying[before - 1]
    const upToLast = staying.filter((sibling) => comesBefore(sibling, last)).length
    switch (move.step) {
      case 'up':
        return above === undefined ? null : goal(parentId, before - 1)
      case 'down':
        return staying[upToLast] === undefined ? null : goal(parentId, upToLast + 1)
      case 'in':
        return above === undefined ? null : moveTo(codes, ids, { id: above.id, place: 'inside' })
      case 'out':
        return parentId === null ? null : moveTo(codes, ids, { id: parentId, place: 'after' })
    }
  }
  if (move.place === 'top') return goal(null, stayingIn(null).length)
  const target = codes.find((candidate) => candidate.id === move.id)
  if (target === undefined || moving.some(({ id }) => branchOf(codes, id).has(target.id))) return null
  if (move.place === 'inside') {
    return moving.every((code) => code.parentId === target.id) ? null : goal(target.id, stayingIn(target.id).length)
  }
  return goal(target.parentId, stayingIn(target.parentId).indexOf(target) + (move.place === 'after' ? 1 : 0))
}

/** Those of the codes that lie below none of the others, in the order of the tree. */
export function topmost(codes: readonly CodeRow[], ids: readonly number[]): CodeRow[] {
  const wanted = new Set(ids)
  const visit = (nodes: readonly CodeNode[]): CodeRow[] =>
    nodes.flatMap(({ code, children }) => (wanted.has(code.id) ? [code] : visit(children)))
  return visit(codeTree(codes))
}

function comesBefore(one: CodeRow, other: CodeRow): boolean {
  return one.position < other.position || (one.position === other.position && one.id < other.id)
}
