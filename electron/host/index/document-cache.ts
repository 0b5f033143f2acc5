/** What is worked out of a document at a time, kept until something about the document changes. */
export class DocumentCache<T> {
  readonly #byDocument = new Map<number, Map<string, T>>()

  /** `key` names everything else the result depends on: whose codings, which lines, what is counted. */
  of(documentId: number, key: string, compute: () => T): T {
    const kept = this.#byDocument.get(documentId)?.get(key)
    if (kept !== undefined) return kept
    const computed = compute()
    const entries = this.#byDocument.get(documentId) ?? new Map<string, T>()
    this.#byDocument.set(documentId, entries.set(key, computed))
    return computed
  }

  has(documentId: number, key: string): boolean {
    return this.#byDocument.get(documentId)?.has(key) === true
  }

  drop(documentId: number): void {
    this.#byDocument.delete(documentId)
  }

  dropAll(): void {
    this.#byDocument.clear()
  }
}
