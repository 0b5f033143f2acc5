import { anchoredTables } from '../../../shared/text/anchored-tables.ts'
import type { ChangeRow } from './change-log.ts'
import type { SqlValue, WritableDb } from './db.ts'

/** Fewer rows than this are put back one by one. */
const MANY = 500

/**
 * Puts back rows that an operation moved by the thousand, as a correction does, in one statement per table and not one per
 * row: those whose offsets, and nothing else, it changed once. `blocked` is one that is no longer as it left it; then
 * nothing can be undone.
 */
export function revertAlike(
  db: WritableDb,
  changes: readonly ChangeRow[],
): { reverted: ReadonlySet<ChangeRow>; blocked: ChangeRow | null } {
  const reverted = new Set<ChangeRow>()
  if (changes.length < MANY) return { reverted, blocked: null }
  for (const { table, offsets } of anchoredTables) {
    const own = changes.filter((change) => change.table === table)
    if (own.length < MANY) continue
    const times = new Map<number, number>()
    for (const { pk } of own) times.set(pk, (times.get(pk) ?? 0) + 1)
    const moved = own.filter(
      ({ kind, pk, before }) =>
        kind === 'update' &&
        times.get(pk) === 1 &&
        Object.keys(before ?? {}).length === offsets.length &&
        offsets.every((column) => Object.hasOwn(before ?? {}, column)),
    )
    if (moved.length < MANY) continue
    const { changes: count } = db.run(
      `UPDATE ${table} SET ${offsets.map((c) => `"${c}" = h.before ->> '${c}'`).join(', ')}
       FROM json_each(?) AS wanted JOIN change h ON h.id = wanted.value
       WHERE ${table}.id = h.pk AND ${offsets.map((c) => `${table}."${c}" IS (h.after ->> '${c}')`).join(' AND ')}`,
      JSON.stringify(moved.map(({ id }) => id)),
    )
    if (count < moved.length) return { reverted, blocked: moved.find((change) => !isBack(db, change)) ?? null }
    for (const change of moved) reverted.add(change)
  }
  return { reverted, blocked: null }
}

function isBack(db: WritableDb, { table, pk, before }: ChangeRow): boolean {
  const row = db.get<Record<string, SqlValue>>(`SELECT * FROM ${table} WHERE id = ?`, pk)
  return row !== undefined && Object.entries(before ?? {}).every(([column, value]) => row[column] === value)
}
