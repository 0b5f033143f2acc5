/**
 * The two faces of a study's connection. A function that takes a `ReadableDb` cannot write by mistake: only
 * `openWriter` makes a `WritableDb`, and only commands are handed one. Statements are prepared once per connection.
 */
export type SqlValue = string | number | bigint | null | Uint8Array

export interface ReadableDb {
  /** First row, or undefined. */
  get<T>(sql: string, ...params: SqlValue[]): T | undefined
  all<T>(sql: string, ...params: SqlValue[]): T[]
  /** First column of the first row, or undefined. */
  pluck<T>(sql: string, ...params: SqlValue[]): T | undefined
  pluckAll<T>(sql: string, ...params: SqlValue[]): T[]
  /** Rows as arrays: for many rows of few columns. */
  rows<T extends readonly unknown[]>(sql: string, ...params: SqlValue[]): T[]
  iterate<T>(sql: string, ...params: SqlValue[]): IterableIterator<T>
  /** Rows as arrays, one at a time: for very many rows. */
  iterateRows<T extends readonly unknown[]>(sql: string, ...params: SqlValue[]): IterableIterator<T>
}

export interface WritableDb extends ReadableDb {
  run(sql: string, ...params: SqlValue[]): { changes: number; lastInsertRowid: number }
  /** Statements without parameters or results (schema, pragmas, transaction control). */
  exec(sql: string): void
  readonly inTransaction: boolean
}
