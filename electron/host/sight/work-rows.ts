import { sees, seesOthers, type Viewer } from './rule.ts'

/** SQL for a column of the row in question. */
export type Columns = (column: string) => string

/**
 * Which rows of the tables that carry coders' work may be seen. Each is an expression over the columns of a row, wherever
 * that row is read from: its table, or the log where it has been deleted.
 */
export function workRows(viewer: Viewer) {
  const theirs = (row: Columns) => sees(viewer, row('coder_id'), row('document_id'))
  /** Written of a case from all that was said there. */
  const summary = (row: Columns) => `NOT EXISTS (SELECT 1 FROM main.case_span said_in
    WHERE said_in.case_id = ${row('case_id')} AND NOT ${sees(viewer, row('coder_id'), 'said_in.document_id')})`
  return {
    coding: theirs,
    episode: theirs,
    episode_primary: (row: Columns) => everSeen('episode', row('episode_id'), theirs),
    /** A memo goes with what it is on, whoever wrote it: it leads there. On cases and codes it belongs to no document. */
    memo: (row: Columns) => {
      const on = (table: 'coding' | 'episode') =>
        everSeen(
          table,
          row(`${table}_id`),
          (owner) => `(${theirs(owner)} AND ${sees(viewer, row('coder_id'), owner('document_id'))})`,
        )
      return `CASE WHEN ${row('document_id')} IS NOT NULL THEN ${theirs(row)}
        WHEN ${row('coding_id')} IS NOT NULL THEN ${on('coding')}
        WHEN ${row('episode_id')} IS NOT NULL THEN ${on('episode')} ELSE 1 END`
    },
    summary,
    summary_coding: (row: Columns) =>
      `(${everSeen('coding', row('coding_id'), theirs)} AND ${everSeen('summary', row('summary_id'), summary)})`,
    /** What was decided between two coders belongs to the consensus, and tells of both. */
    decision: (row: Columns) => {
      const of = (column: string) => `(${row(column)} IS NULL OR ${sees(viewer, row(column), row('document_id'))})`
      const open = `(${seesOthers(viewer, row('document_id'))} AND ${of('coder_a_id')} AND ${of('coder_b_id')})`
      return viewer === null ? open : `(${row('coder_id')} = ${viewer} OR ${open})`
    },
  }
}

export type WorkTable = keyof ReturnType<typeof workRows>

/** Whether the row of that id may be seen, also where it is only known from the log because it was deleted. */
export function everSeen(table: WorkTable, id: string, may: (row: Columns) => string): string {
  const live = `live_${table}`
  const gone = `gone_${table}`
  return `coalesce(
    (SELECT ${may((column) => `${live}.${column}`)} FROM main.${table} ${live} WHERE ${live}.id = ${id}),
    (SELECT ${may((column) => `(${gone}.before ->> '${column}')`)} FROM main.change ${gone}
     WHERE ${gone}.table_name = '${table}' AND ${gone}.pk = ${id} AND ${gone}.kind = 'delete' LIMIT 1), 0)`
}
