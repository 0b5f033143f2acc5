import Database from 'better-sqlite3'
import type { ReadableDb, SqlValue, WritableDb } from './db.ts'

/** The one file that knows the SQLite driver. */

export type { ReadableDb, WritableDb }

class Connection implements WritableDb {
  readonly #driver: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(driver: Database.Database) {
    this.#driver = driver
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#driver.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  get<T>(sql: string, ...params: SqlValue[]): T | undefined {
    return this.#prepare(sql).get(...params) as T | undefined
  }

  all<T>(sql: string, ...params: SqlValue[]): T[] {
    return this.#prepare(sql).all(...params) as T[]
  }

  pluck<T>(sql: string, ...params: SqlValue[]): T | undefined {
    const row = this.#prepare(sql).get(...params) as Record<string, T> | undefined
    return row === undefined ? undefined : Object.values(row)[0]
  }

  pluckAll<T>(sql: string, ...params: SqlValue[]): T[] {
    return this.all<Record<string, T>>(sql, ...params).map((row) => Object.values(row)[0] as T)
  }

  rows<T extends readonly unknown[]>(sql: string, ...params: SqlValue[]): T[] {
    // A statement's raw mode is a setting of the statement: kept apart from the same text in object mode.
    const key = `raw:${sql}`
    let statement = this.#statements.get(key)
    if (statement === undefined) {
      statement = this.#driver.prepare(sql).raw()
      this.#statements.set(key, statement)
    }
    return statement.all(...params) as T[]
  }

  iterate<T>(sql: string, ...params: SqlValue[]): IterableIterator<T> {
    // Its own statement: an iterating statement is busy, and the cached one may be asked for meanwhile.
    return this.#driver.prepare(sql).iterate(...params) as IterableIterator<T>
  }

  iterateRows<T extends readonly unknown[]>(sql: string, ...params: SqlValue[]): IterableIterator<T> {
    return this.#driver
      .prepare(sql)
      .raw()
      .iterate(...params) as IterableIterator<T>
  }

  run(sql: string, ...params: SqlValue[]): { changes: number; lastInsertRowid: number } {
    const result = this.#prepare(sql).run(...params)
    return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) }
  }

  exec(sql: string): void {
    this.#driver.exec(sql)
  }

  get inTransaction(): boolean {
    return this.#driver.inTransaction
  }

  atOneMoment<T>(read: () => T): T {
    this.#driver.exec('BEGIN')
    try {
      return read()
    } finally {
      this.#driver.exec('COMMIT')
    }
  }

  close(): void {
    this.#driver.close()
  }

  async backup(path: string): Promise<void> {
    await this.#driver.backup(path)
  }
}

export type OpenConnection<T extends ReadableDb> = T & {
  close(): void
  /** All that `read` reads is of one moment, whatever is written beside it. To be short: the writer may have to wait. */
  atOneMoment<R>(read: () => R): R
  /** Copies the study as it is now, in steps between which this process answers others. */
  backup(path: string): Promise<void>
}

function connect(path: string, options: Database.Options): Connection {
  const driver = new Database(path, options)
  driver.pragma('trusted_schema = OFF')
  driver.pragma('cell_size_check = ON')
  driver.pragma('foreign_keys = ON')
  driver.pragma('temp_store = MEMORY')
  return new Connection(driver)
}

/** A connection that may write. Who calls this holds the study's lock (`lock.ts`). */
export function connectWriter(path: string, mustExist: boolean): OpenConnection<WritableDb> {
  return connect(path, { fileMustExist: mustExist, timeout: 2000 })
}

/**
 * A connection that reads: beside the writer, in workers, in reading commands. It is opened for writing and then
 * forbidden to write, because the last connection to leave tidies up what SQLite keeps beside the file, and a read-only
 * one cannot. `prepare` makes what is temporary on it.
 */
export function connectReader(
  path: string,
  prepare: (db: WritableDb) => void = () => undefined,
): OpenConnection<ReadableDb> {
  const connection = connect(path, { fileMustExist: true, timeout: 2000 })
  prepare(connection)
  connection.exec('PRAGMA query_only = ON')
  return connection
}

/** A database in memory, to make a fresh schema for comparison. */
export function connectMemory(): OpenConnection<WritableDb> {
  return connect(':memory:', {})
}

export interface LockConnection {
  /** Throws SQLite's `SQLITE_BUSY` where another process holds it. */
  lock(): void
  close(): void
}

/** A connection to an empty database that serves as a lock and is never written. */
export function connectLock(path: string): LockConnection {
  const driver = new Database(path, { timeout: 0 })
  return {
    lock() {
      driver.pragma('journal_mode = MEMORY')
      driver.exec('BEGIN EXCLUSIVE')
    },
    close: () => void driver.close(),
  }
}
