import type { ReadableDb } from './db.ts'

interface Stacks {
  readonly undo: number[]
  readonly redo: number[]
}

/**
 * What can be undone and redone, per coder, read off the log and kept in step with it: every question first reads the
 * operations that came since the last one, so that a command costs the same in a study of any age.
 *
 * An undo is an operation that undoes one; a redo is the undo of an undo. So every operation is undone at most once, and
 * the undos and redos of one command are a chain.
 */
export class UndoLog {
  readonly #db: ReadableDb
  readonly #stacks = new Map<number, Stacks>()
  /** For operations that undo: the command at the end of the chain, and how many undos and redos lie between. */
  readonly #links = new Map<number, { root: number; depth: number }>()
  /** For commands that were ever undone: the depth of the newest operation of the chain. */
  readonly #depths = new Map<number, number>()
  #seen = 0

  constructor(db: ReadableDb) {
    this.#db = db
  }

  /** The operation that the coder's next undo (redo) undoes. */
  next(coderId: number, direction: 'undo' | 'redo'): number | undefined {
    this.#catchUp()
    return this.#stacks.get(coderId)?.[direction].at(-1)
  }

  /** The command whose effect an undo took back or a redo restored; a command is its own. */
  rootOf(operationId: number): number {
    this.#catchUp()
    return this.#links.get(operationId)?.root ?? operationId
  }

  /** Whether an operation's effect is in the study now: no standing operation undoes it. */
  stands(operationId: number): boolean {
    this.#catchUp()
    const { root, depth } = this.#links.get(operationId) ?? { root: operationId, depth: 0 }
    return ((this.#depths.get(root) ?? 0) - depth) % 2 === 0
  }

  #catchUp(): void {
    for (const [id, coderId, undoes, barrier] of this.#db.rows<[number, number | null, number | null, number]>(
      'SELECT id, coder_id, undoes, barrier FROM operation WHERE id > ? ORDER BY id',
      this.#seen,
    )) {
      this.#seen = id
      if (barrier === 1) this.#stacks.clear()
      if (undoes !== null) this.#link(id, undoes)
      if (coderId !== null && barrier === 0) this.#push(coderId, id, undoes)
    }
  }

  #link(id: number, undoes: number): void {
    const { root, depth } = this.#links.get(undoes) ?? { root: undoes, depth: 0 }
    this.#links.set(id, { root, depth: depth + 1 })
    this.#depths.set(root, depth + 1)
  }

  #push(coderId: number, id: number, undoes: number | null): void {
    let stacks = this.#stacks.get(coderId)
    if (stacks === undefined) this.#stacks.set(coderId, (stacks = { undo: [], redo: [] }))
    const { undo, redo } = stacks
    if (undoes === null) {
      undo.push(id)
      redo.length = 0
    } else if (undo.at(-1) === undoes) {
      undo.pop()
      redo.push(id)
    } else if (redo.at(-1) === undoes) {
      redo.pop()
      undo.push(id)
    }
  }
}
