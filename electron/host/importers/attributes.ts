import type { Out } from '../../../shared/contract/contract.ts'
import type { CommandContext, JobContext } from '../context.ts'
import { fail } from '../errors.ts'
import { parsers } from '../jobs/parser-pool.ts'
import { attributeWriter, type AttributeOwner } from './attribute-values.ts'
import { caseFacts } from './case-facts.ts'
import { documentFactWriter } from './document-fact-writer.ts'
import type { ReadTable } from './read-table.ts'
import { takeRows, type RowOutcome } from './table-reader.ts'

/** What the rows of a table are about, by the name of its first column. */
const OWNERS = new Map<string, 'document' | 'case' | 'person' | 'village'>([
  ...['document', 'doc_id', 'doc', 'transcript'].map((name) => [name, 'document'] as const),
  ...['case', 'case_id'].map((name) => [name, 'case'] as const),
  ...['respondent', 'respondent_id', 'person'].map((name) => [name, 'person'] as const),
  ...['village', 'village_id'].map((name) => [name, 'village'] as const),
])

/** Columns that set facts of their own; all others become attributes. */
const FACTS = new Map([
  ...['village', 'village_id'].map((name) => [name, 'village'] as const),
  ...['respondent', 'respondent_id'].map((name) => [name, 'respondent'] as const),
  ...['role'].map((name) => [name, 'role'] as const),
  ...['wave'].map((name) => [name, 'wave'] as const),
  ...['date', 'interview_date'].map((name) => [name, 'date'] as const),
  ...['lang', 'language'].map((name) => [name, 'language'] as const),
])
export type Fact = 'village' | 'respondent' | 'role' | 'wave' | 'date' | 'language'
export type Facts = Readonly<Partial<Record<Fact, string>>>

/**
 * Imports a table of attributes, one operation for the file. The first column says whose they are: documents, persons,
 * villages, or cases of any kind. An empty cell says nothing: it leaves what is there.
 */
export async function importAttributes(context: JobContext, handle: string): Promise<Out<'import.attributes'>> {
  context.study()
  const path = context.files.pathOf(handle)
  const table = await parsers.run<'table'>({ kind: 'table', path }, context.signal)
  context.signal.throwIfAborted()
  return context.write((write) => writeAttributes(write, table))
}

function writeAttributes(context: CommandContext, table: ReadTable): Out<'import.attributes'> {
  const [first = '', ...others] = table.columns
  const about = OWNERS.get(first) ?? fail('missing_column', { file: table.fileName, column: 'doc_id' })
  const documents = documentFactWriter(context)
  const cases = caseFacts(context.db)
  const place = others.map((name, index) => ({ name, index: index + 1 })).filter(({ name }) => name !== '')
  const factColumns = place.flatMap(({ name, index }) => {
    const fact = FACTS.get(name)
    const isFact = fact !== undefined && (about === 'document' || (about !== 'village' && isOfPersons(fact)))
    return isFact ? [{ fact, index }] : []
  })
  const attributes = place.filter(({ index }) => !factColumns.some((column) => column.index === index))
  const writer = attributeWriter(
    context.db,
    attributes.map(({ name, index }) => ({ name, values: table.rows.map(({ cells }) => cells[index] ?? '') })),
  )

  const result = takeRows(table.rows, ({ cells }): RowOutcome => {
    const name = cells[0]?.trim() || fail('bad_value', { column: first, value: '' })
    const facts: Facts = Object.fromEntries(
      factColumns.flatMap(({ fact, index }) => {
        const value = cells[index]?.trim()
        return value ? [[fact, value]] : []
      }),
    )
    const target: AttributeOwner & { readonly set: () => boolean } =
      about === 'document' ? documents(name, facts) : cases(about, name, facts)
    const values = attributes.map(({ index }) => cells[index]?.trim() ?? '')
    writer.check(target, values)
    const hasNewFacts = target.set()
    return writer.write(target, values) || hasNewFacts ? 'added' : 'unchanged'
  })
  context.describe({ count: result.added })
  return result
}

function isOfPersons(fact: Fact): boolean {
  return fact === 'role' || fact === 'village'
}
