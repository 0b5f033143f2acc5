import type { In, Out } from '../../../shared/contract/contract.ts'
import type { WireError } from '../../../shared/contract/envelope.ts'
import type { Memo, MemoOwner } from '../../../shared/contract/memo.ts'
import type { MemoBody } from '../../../shared/memo/memo-body.ts'
import { isBlankMemo } from '../../../shared/memo/plain-memo.ts'
import { memoBody } from '../../../shared/memo/memo-nodes.ts'

/** Saves a memo; rejects with a WireError. */
export type SaveMemo = (input: In<'memo.save'>) => Promise<Out<'memo.save'>>

export interface DraftState {
  /** What the editor shows; another object when something else is to be shown. */
  readonly shown: MemoBody
  readonly title: string
  /** null: not written yet. */
  readonly id: number | null
  /** The same, or the one it was before that was undone: a redo brings it back. */
  readonly knownId: number | null
  /** Why what was written is not saved. */
  readonly problem: WireError | null
}

/** Milliseconds of rest after which what was written is saved: one step of undo per pause of the writer. */
export const REST = 1500

const EMPTY = memoBody([])

/** Drafts that were left and are still being saved. */
let leaving: Promise<void> = Promise.resolve()

/** Resolved when nothing that was left is on its way to the file: then what is stored is all there is. */
export function draftsSaved(): Promise<void> {
  return leaving
}

/**
 * A memo while it is written: saved in the pauses, one save after the other, never over a change that was made elsewhere;
 * and shown anew when it changes elsewhere while nothing of it waits to be saved. A new memo is made with its first words.
 */
export class MemoDraft {
  readonly #target: { readonly owner: MemoOwner; readonly day: string | null }
  readonly #save: SaveMemo
  #state: DraftState
  /** When what is shown was last changed; null: not stored. */
  #base: number | null
  #body: MemoBody
  /** What is written and not saved. */
  #unsaved: { readonly read: (() => MemoBody) | null; readonly title: string | null } | null = null
  #saving: Promise<void> = Promise.resolve()
  #isSaving = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  constructor(target: { readonly owner: MemoOwner; readonly day: string | null }, stored: Memo | null, save: SaveMemo) {
    this.#target = target
    this.#save = save
    this.#body = stored?.body ?? EMPTY
    this.#base = stored?.modifiedAt ?? null
    this.#state = {
      shown: this.#body,
      title: stored?.title ?? '',
      id: stored?.id ?? null,
      knownId: stored?.id ?? null,
      problem: null,
    }
  }

  readonly state = (): DraftState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something was written; `read` says what the memo says then. */
  write(read: () => MemoBody): void {
    this.#unsaved = { read, title: this.#unsaved?.title ?? null }
    this.#rest()
  }

  writeTitle(title: string): void {
    this.#unsaved = { read: this.#unsaved?.read ?? null, title }
    this.#set({ title })
    this.#rest()
  }

  /** Saves now what is not saved. Resolved when that is done, or has failed (`state().problem`). */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#saving = this.#saving.then(() => this.#saveOnce())
    return this.#saving
  }

  /** Saves what is left to save when the memo goes off the screen. */
  leave(): void {
    leaving = Promise.all([leaving, this.flush()]).then(() => undefined)
  }

  /** What is stored now (null: nothing, any more). Shown where it is not what was saved from here and nothing waits. */
  follow(stored: Memo | null): void {
    if (this.#unsaved !== null || this.#isSaving) return
    if (stored === null ? this.#state.id === null : stored.id === this.#state.id && stored.modifiedAt === this.#base)
      return
    this.#show(stored)
  }

  /** Drops what was written in favour of what is stored. */
  takeStored(stored: Memo | null): void {
    clearTimeout(this.#timer)
    this.#unsaved = null
    this.#show(stored)
  }

  /** Saves what was written as a memo of its own, beside the one that was changed elsewhere. */
  keepAsAnother(): Promise<void> {
    this.#base = null
    this.#unsaved ??= { read: () => this.#body, title: null }
    this.#set({ id: null, problem: null })
    return this.flush()
  }

  #show(stored: Memo | null): void {
    this.#body = stored?.body ?? EMPTY
    this.#base = stored?.modifiedAt ?? null
    this.#set({ shown: this.#body, title: stored?.title ?? '', id: stored?.id ?? null, problem: null })
  }

  #rest(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), REST)
  }

  async #saveOnce(): Promise<void> {
    const unsaved = this.#unsaved
    if (unsaved === null) return
    const body = unsaved.read?.() ?? this.#body
    const { title, id } = this.#state
    if (id === null && isBlankMemo(body) && title.trim() === '') {
      this.#unsaved = null
      return
    }
    this.#unsaved = null
    this.#isSaving = true
    try {
      const saved = await this.#save({ ...this.#target, id, title, body, base: this.#base })
      this.#body = body
      this.#base = saved.modifiedAt
      this.#set({ id: saved.id, problem: null })
    } catch (thrown) {
      const problem = thrown as WireError
      // What was written since goes before what could not be saved.
      this.#unsaved = { read: this.#laterRead() ?? unsaved.read, title: this.#state.title }
      if (problem.code === 'memo_gone') {
        // Undone or deleted elsewhere while one writes on: then it is a new one.
        this.#base = null
        this.#set({ id: null })
        this.#isSaving = false
        await this.#saveOnce()
      } else this.#set({ problem })
    } finally {
      this.#isSaving = false
    }
  }

  #laterRead(): (() => MemoBody) | null {
    return this.#unsaved?.read ?? null
  }

  #set(change: Partial<DraftState>): void {
    const { id } = change
    this.#state = { ...this.#state, ...change, ...(id != null && { knownId: id }) }
    for (const listener of this.#listeners) listener()
  }
}
