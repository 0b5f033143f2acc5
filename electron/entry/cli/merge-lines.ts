import type { Out } from '../../../shared/contract/contract.ts'
import type { MergedField, MergedTable, MergeObstacle } from '../../../shared/contract/merge.ts'
import { textTable } from './text-table.ts'

type Result = Omit<Out<'merge.preview'>, 'fileName'> & { readonly file: string }

const OBSTACLES: Readonly<Record<MergeObstacle, string>> = {
  label_taken: 'another code has this label',
  in_use: 'something here hangs on it',
  missing: 'what it belongs to is not here',
  turns: 'the text here has other turns',
}

/** What a bring-back did, or would do, for people to read. */
export function mergeLinesOf(result: Result, dryRun: boolean): string[] {
  const { coders, file, handedOutAt, counts, documents, proposals, conflicts, known, missing, lost, others } = result
  const day = new Date(handedOutAt).toISOString().slice(0, 10)
  const isAllHere = counts.length === 0 && conflicts.length === 0 && proposals.length === 0
  return [
    `${file}: work of ${coders.join(', ')}, handed out on ${day} (UTC).`,
    isAllHere
      ? 'Nothing to bring in: everything is here already.'
      : dryRun
        ? 'This is what would happen; nothing has been written.'
        : 'Brought in as one step, which can be undone in the study.',
    ...(counts.length === 0 ? [] : ['', ...changeTable(counts.map((row) => ({ ...row, name: named(row.table) })))]),
    ...(documents.length === 0
      ? []
      : ['', 'Codings and episodes by transcript:', ...changeTable(documents, ({ state }) => state ?? '')]),
    ...section('Proposals (--accept all, or --accept KEY,KEY):', proposals, (proposal) => [
      `[${proposal.accepted ? 'x' : ' '}] ${proposal.key}`,
      `    ${proposal.change} ${named(proposal.table)} ${proposal.name}${inDocument(proposal.document)}`,
      ...proposal.fields.flatMap(fieldLine),
      ...(proposal.blocked === null ? [] : [`    cannot be accepted: ${OBSTACLES[proposal.blocked]}`]),
      ...(proposal.waiting === 0 ? [] : [`    ${proposal.waiting} of the colleague's own rows wait for it`]),
    ]),
    ...section('Conflicts (what is here stays until somebody decides in the window):', conflicts, (conflict) => [
      `${conflict.kind.replace('_', ' ')}: ${named(conflict.table)} ${conflict.name}${inDocument(conflict.document)}`,
      ...conflict.fields.flatMap(fieldLine),
    ]),
    ...section('Stays out:', missing, ({ table, needs, name, rows }) => [
      `${rows} × ${named(table)}: ${named(needs)} ${name} is not here`,
    ]),
    ...note(lost, 'passages lose all their words on the way to the text that is here.'),
    ...note(others, "changes of other coders' rows stay out."),
    ...note(known, 'conflicts of this copy are listed already.'),
  ]
}

type Change = { readonly name: string; readonly added: number; readonly changed: number; readonly removed: number }

function changeTable<C extends Change>(rows: readonly C[], last?: (row: C) => string): string[] {
  const more = (cell: string) => (last === undefined ? [] : [cell])
  return textTable(
    [
      ['', 'come', 'change', 'go', ...more('')],
      ...rows.map((row) => [
        row.name,
        String(row.added),
        String(row.changed),
        String(row.removed),
        ...more(last?.(row) ?? ''),
      ]),
    ],
    1,
  )
}

function section<T>(heading: string, rows: readonly T[], linesOf: (row: T) => readonly string[]): string[] {
  return rows.length === 0 ? [] : ['', heading, ...rows.flatMap(linesOf)]
}

function note(count: number, text: string): string[] {
  return count === 0 ? [] : ['', `${count} ${text}`]
}

/** None where neither side has anything: a new row without an example. */
function fieldLine({ part, column, ours, theirs }: MergedField): string[] {
  if (isNothing(ours) && isNothing(theirs)) return []
  const what = [part, column.replace(/_id$/, '').replaceAll('_', ' ')].filter(Boolean).join(' ')
  return [`    ${what}: ${quoted(ours)} here, ${quoted(theirs)} there`]
}

function isNothing(value: MergedField['ours']): boolean {
  return value === null || value === ''
}

function quoted(value: MergedField['ours']): string {
  return value === null || value === '' ? 'nothing' : typeof value === 'number' ? String(value) : JSON.stringify(value)
}

function inDocument(document: string | null): string {
  return document === null ? '' : ` in ${document}`
}

/** Tables as words. */
function named(table: MergedTable): string {
  return table.replaceAll('_', ' ')
}
