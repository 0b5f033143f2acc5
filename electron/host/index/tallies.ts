import type { Entry } from '../../../shared/matrix/tabulate.ts'

/** What each document adds to matrices, kept until something about the document or the codebook changes. */
export class Tallies {
  readonly #byDocument = new Map<number, Map<string, readonly Entry[]>>()

  /** `key` names everything else the entries depend on: whose codings, which lines, what is counted. */
  of(documentId: number, key: string, compute: () => readonly Entry[]): readonly Entry[] {
    let kept = this.#byDocument.get(documentId)
    if (kept === undefined) this.#byDocument.set(documentId, (kept = new Map<string, readonly Entry[]>()))
    let entries = kept.get(key)
    if (entries === undefined) kept.set(key, (entries = compute()))
    return entries
  }

  drop(documentId: number): void {
    this.#byDocument.delete(documentId)
  }

  dropAll(): void {
    this.#byDocument.clear()
  }
}
