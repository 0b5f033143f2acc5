import { codeRefsOf } from '../../../shared/framework/code-refs-of.ts'
import { validateFramework } from '../../../shared/framework/validate-framework.ts'
import type { MergeObstacle } from '../../../shared/contract/merge.ts'
import type { ReadableDb } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'
import { rowKey, type MergeStep, type MissingParent } from './merge-plan.ts'
import type { JudgedRows } from './judge-rows.ts'
import type { MergeSide } from './merge-side.ts'
import { partsOf, type RowTable } from './merge-tables.ts'
import { referred } from './portable-row.ts'

/** What of a merge can be done, once it is known which proposals are accepted. */
export interface SettledSteps {
  readonly steps: readonly MergeStep[]
  /** Deletions of own rows that something here hangs on. */
  readonly inUse: readonly MergeStep[]
  /** Own rows that stay out, with what they need in the end. */
  readonly waiting: ReadonlyMap<MergeStep, MissingParent>
  /** Accepted proposals that cannot be carried out. */
  readonly blocked: ReadonlyMap<string, MergeObstacle>
}

/**
 * Rows come only with everything that they refer to, and go only where nothing refers to them: what hangs on something
 * that stays out stays out too, until nothing changes any more.
 */
export function settleSteps(
  ours: MergeSide,
  { steps, clashes }: Pick<JudgedRows, 'steps' | 'clashes'>,
  accepted: (proposal: string) => boolean,
): SettledSteps {
  const settling = new Settling(ours, steps, accepted)
  for (const { table, guid, theirs } of clashes) if (theirs === null) settling.keepParts(table, guid)
  return settling.settle()
}

class Settling {
  readonly #ours: MergeSide
  readonly #candidates: readonly MergeStep[]
  readonly #active: Set<MergeStep>
  readonly #inserts = new Map<string, MergeStep>()
  readonly #byRow = new Map<string, MergeStep>()
  readonly #inUse: MergeStep[] = []
  readonly #missing = new Map<MergeStep, MissingParent>()
  readonly #blocked = new Map<string, MergeObstacle>()
  readonly #children: ReadonlyMap<LoggedTable, readonly { readonly table: LoggedTable; readonly column: string }[]>

  constructor(ours: MergeSide, candidates: readonly MergeStep[], accepted: (proposal: string) => boolean) {
    this.#ours = ours
    this.#candidates = candidates
    this.#active = new Set(candidates.filter(({ proposal }) => proposal === null || accepted(proposal)))
    this.#children = childrenOf(ours)
    for (const step of candidates) {
      this.#byRow.set(rowKey(step.table, step.guid), step)
      if (step.kind === 'insert') this.#inserts.set(rowKey(step.table, step.guid), step)
    }
  }

  /** What stays although they removed it stays whole. */
  keepParts(table: RowTable, guid: string): void {
    for (const part of partsOf(table))
      for (const held of this.#ours.db.pluckAll<string>(
        `SELECT guid FROM ${part.table} WHERE "${part.column}" = (SELECT id FROM ${table} WHERE guid = ?)`,
        guid,
      )) {
        const step = this.#byRow.get(rowKey(part.table, held))
        if (step?.kind === 'delete') this.#active.delete(step)
      }
  }

  settle(): SettledSteps {
    while (this.#dropBlocked()) continue
    this.#dropUnneeded()
    const waiting = new Map<MergeStep, MissingParent>()
    for (const step of this.#candidates) {
      const missing = this.#missing.get(step)
      if (step.proposal === null && missing !== undefined) waiting.set(step, this.#root(missing))
    }
    const steps = this.#candidates.filter((step) => this.#active.has(step))
    return { steps, inUse: this.#inUse, waiting, blocked: this.#blocked }
  }

  #dropBlocked(): boolean {
    const before = this.#active.size
    const labels = this.#labels()
    for (const step of [...this.#active]) {
      if (!this.#active.has(step)) continue
      if (step.theirs === null) {
        if (this.#isInUse(step)) this.#drop(step, 'in_use', null)
        continue
      }
      const missing = this.#needs(step).find((parent) => !this.#willBeHere(parent))
      if (missing !== undefined) this.#drop(step, 'missing', missing)
      else if (step.table === 'code' && (labels.get(step.theirs.values['label'] ?? '') ?? 0) > 1)
        this.#drop(step, 'label_taken', null)
    }
    return this.#active.size < before
  }

  #drop(step: MergeStep, obstacle: MergeObstacle, missing: MissingParent | null): void {
    if (step.proposal !== null) {
      this.#blocked.set(step.proposal, obstacle)
      for (const other of [...this.#active]) if (other.proposal === step.proposal) this.#active.delete(other)
      return
    }
    this.#active.delete(step)
    if (missing !== null) this.#missing.set(step, missing)
    else {
      this.#inUse.push(step)
      this.keepParts(step.table, step.guid)
    }
  }

  #needs(step: MergeStep): MissingParent[] {
    if (step.theirs === null) return []
    const parents = referred(this.#ours.references[step.table], step.theirs).map(([table, guid]) => ({ table, guid }))
    if (step.table !== 'framework') return parents
    return [...parents, ...codesOf(step.theirs.values['body']).map((guid) => ({ table: 'code' as const, guid }))]
  }

  #willBeHere({ table, guid }: MissingParent): boolean {
    const step = this.#byRow.get(rowKey(table, guid))
    if (step !== undefined && this.#active.has(step)) return step.kind !== 'delete'
    return this.#ours.idOf(table, guid) !== undefined
  }

  /** Whether something that stays refers to a row that is to go. */
  #isInUse({ table, guid }: MergeStep): boolean {
    const id = this.#ours.idOf(table, guid)
    if (id === undefined) return false
    const isHeld = (this.#children.get(table) ?? []).some((child) =>
      this.#ours.db
        .pluckAll<string>(`SELECT guid FROM ${child.table} WHERE "${child.column}" = ?`, id)
        .some((held) => this.#holds(child.table, held, child.column, guid)),
    )
    return isHeld || (table === 'code' && this.#frameworkNames(guid))
  }

  #holds(table: LoggedTable, guid: string, column: string, parent: string): boolean {
    const step = this.#byRow.get(rowKey(table, guid))
    if (step === undefined || !this.#active.has(step)) return true
    return step.theirs !== null && step.theirs.values[column] === parent
  }

  #frameworkNames(code: string): boolean {
    return this.#ours.db.rows<[string, string]>('SELECT guid, body FROM framework').some(([guid, body]) => {
      const step = this.#byRow.get(rowKey('framework', guid))
      const isReplaced = step !== undefined && this.#active.has(step)
      return codesOf(isReplaced ? (step.theirs?.values['body'] ?? '') : body).includes(code)
    })
  }

  /** How many codes will have each label. */
  #labels(): ReadonlyMap<string | number, number> {
    const labels = new Map<string | number, number>()
    const add = (label: string | number | null | undefined): void => {
      if (label !== null && label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1)
    }
    const changed = new Set<string>()
    for (const step of this.#active)
      if (step.table === 'code') {
        changed.add(step.guid)
        add(step.theirs?.values['label'])
      }
    if (changed.size > 0) for (const [guid, label] of labelsOf(this.#ours.db)) if (!changed.has(guid)) add(label)
    return labels
  }

  /** People and affairs come with the rows that name them, not by themselves. */
  #dropUnneeded(): void {
    const needed = new Set(
      [...this.#active]
        .filter(({ isNeeded }) => !isNeeded)
        .flatMap((step) => this.#needs(step).map(({ table, guid }) => rowKey(table, guid))),
    )
    for (const step of [...this.#active])
      if (step.isNeeded && !needed.has(rowKey(step.table, step.guid))) this.#active.delete(step)
  }

  /** What is missing in the end: a row that waits itself passes on what it waits for. */
  #root(missing: MissingParent): MissingParent {
    const step = this.#byRow.get(rowKey(missing.table, missing.guid))
    const further = step === undefined || step.proposal !== null ? undefined : this.#missing.get(step)
    return further === undefined ? missing : this.#root(further)
  }
}

function codesOf(body: string | number | null | undefined): string[] {
  const validation = validateFramework(parsed(String(body ?? '')))
  return validation.ok ? codeRefsOf(validation.framework).map(({ guid }) => guid) : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function labelsOf(db: ReadableDb): [string, string][] {
  return db.rows('SELECT guid, label FROM code WHERE label IS NOT NULL')
}

/** What refers to the rows of each table. */
function childrenOf(side: MergeSide): Map<LoggedTable, { table: LoggedTable; column: string }[]> {
  const children = new Map<LoggedTable, { table: LoggedTable; column: string }[]>()
  for (const [table, references] of Object.entries(side.references) as [
    LoggedTable,
    MergeSide['references'][LoggedTable],
  ][])
    for (const { column, parent } of references)
      children.set(parent, [...(children.get(parent) ?? []), { table, column }])
  return children
}
