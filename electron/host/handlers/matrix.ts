import type { Matrix, MatrixInput } from '../../../shared/contract/matrix.ts'
import { codeLines, type CodeLines } from '../../../shared/matrix/code-lines.ts'
import {
  codingsInCell,
  countPassages,
  countRespondents,
  measureAmounts,
  type TabulatedDocument,
} from '../../../shared/matrix/tabulate.ts'
import { span } from '../../../shared/text/span.ts'
import { amountUnit, countWords } from '../../../shared/text/words.ts'
import type { HandlersOf, QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { documentsInVersion } from '../index/versions.ts'
import type { Study } from '../study.ts'
import { codeTree } from './code.ts'

export const matrixHandlers: HandlersOf<'matrix'> = {
  'matrix.compute': (context, input) => computeMatrix(context, input),

  'matrix.cell': (context, { matrix, codeId, column }) => {
    const { codes, columns, documents } = prepare(context, matrix)
    const line = codes.lines.findIndex((candidate) => candidate.codeId === codeId)
    if (line < 0) fail('code_gone')
    const at = columns.findIndex((candidate) => candidate.key === column)
    return {
      codingIds: documents.flatMap(({ ids, table }) =>
        codingsInCell(codes, line, at, table)
          .filter((index) => matrix.measure === 'passages' || isSpoken(table, index))
          .map((index) => ids[index]!),
      ),
    }
  },
}

export function computeMatrix(context: QueryContext, input: MatrixInput): Matrix {
  const { codes, columns, documents, leftOut } = prepare(context, input)
  const tables = documents.map((document) => document.table)
  const measure = { passages: countPassages, respondents: countRespondents, amount: measureAmounts }[input.measure]
  const counts = measure(codes, columns.length, tables)
  const inAmounts = input.measure === 'amount'
  return {
    rows: codes.lines.map((line) => ({ ...line })),
    columns: columns.map(({ key, name, members, people }) => {
      const units = new Set(members.map((document) => amountUnit(document.language)))
      const [unit] = units
      return {
        key,
        name,
        documents: members.length,
        respondents: people.size,
        amount: inAmounts && units.size === 1 ? speechAmount(context.study, members, input, key) : null,
        unit: inAmounts && units.size === 1 ? (unit ?? null) : null,
        uncoded: members.filter((document) => isUncoded(context.study, input, document)).length,
      }
    }),
    cells: counts.map((line) =>
      line.map((count, at) => {
        const { members } = columns[at]!
        const isCoded = members.some((document) => !isUncoded(context.study, input, document))
        const isMixed = inAmounts && new Set(members.map((document) => amountUnit(document.language))).size > 1
        return isCoded && !isMixed ? count : null
      }),
    ),
    leftOut: leftOut.map(({ id, name }) => ({ id, name })),
  }
}

interface Column {
  readonly key: string | number | null
  readonly name: string | null
  /** Documents read in it, whether coded or not. */
  readonly members: DocumentFacts[]
  /** Case ids of those interviewed in it. */
  readonly people: Set<number>
}

interface Prepared {
  readonly codes: CodeLines
  readonly columns: readonly Column[]
  /** Coded documents, each with the ids of its codings in the order of its arrays. */
  readonly documents: readonly { ids: Int32Array; table: TabulatedDocument }[]
  readonly leftOut: readonly DocumentFacts[]
}

function prepare({ db, study }: QueryContext, input: MatrixInput): Prepared {
  const all = documentsInVersion(study.index.documents.values(), input.version)
  const leftOut = all.filter((document) => study.index.layerCoder(input.layer, document).kind === 'undecided')
  const read = all.filter((document) => !leftOut.includes(document))
  const columns = input.columns === 'role' ? roleColumns(read) : wholeColumns(input.columns, read)
  const columnAt = new Map(columns.map((column, index) => [column.key, index]))
  const documents = read.flatMap((document) => {
    const coder = study.index.layerCoder(input.layer, document)
    if (coder.kind !== 'coder') return []
    const arrays = study.index.codings.of(document.id, coder.coderId)
    const column = input.columns === 'role' ? null : (columnAt.get(wholeKey(input.columns, document)) ?? null)
    return [{ ids: arrays.ids, table: { ...arrays, ...voices(study, document, column, columnAt) } }]
  })
  return { codes: codeLines(codeTree(db), input.rollUp), columns, documents, leftOut }
}

function voices(
  study: Study,
  document: DocumentFacts,
  column: number | null,
  columnAt: ReadonlyMap<string | number | null, number>,
): Pick<TabulatedDocument, 'column' | 'partsOf' | 'amountIn'> {
  return {
    column,
    partsOf: (range) =>
      study.index
        .speechOf(document)
        .partsOf(range)
        .flatMap(({ start, end, respondent }) => {
          const at = column ?? columnAt.get(roleOf(study, document, respondent))
          return at === undefined ? [] : [{ ...span(start, end), respondent, column: at }]
        }),
    amountIn: (spans) => countWords(study.index.texts.of(document.id), document.language, spans),
  }
}

function isSpoken(table: TabulatedDocument, index: number): boolean {
  return table.partsOf(span(table.starts[index]!, table.ends[index]!)).length > 0
}

function roleOf(study: Study, document: DocumentFacts, respondent: string): string | null {
  const person = document.respondents.find(({ caseId }) => `case:${caseId}` === respondent)
  const roles: ReadonlyMap<string, string> = study.index.speechOf(document).roles
  return roles.get(respondent) ?? person?.role ?? null
}

function wholeKey(columns: 'village' | 'document', document: DocumentFacts): number | null {
  return columns === 'document' ? document.id : document.villageId
}

function wholeColumns(columns: 'village' | 'document', documents: readonly DocumentFacts[]): Column[] {
  const byKey = new Map<number | null, Column>()
  for (const document of documents) {
    const key = wholeKey(columns, document)
    const name = columns === 'document' ? document.name : document.village
    const column = byKey.get(key) ?? { key, name, members: [], people: new Set<number>() }
    byKey.set(key, column)
    column.members.push(document)
    for (const { caseId } of document.respondents) column.people.add(caseId)
  }
  return unnamedLast([...byKey.values()])
}

function roleColumns(documents: readonly DocumentFacts[]): Column[] {
  const byRole = new Map<string | null, Column>()
  for (const document of documents)
    for (const { caseId, role } of document.respondents.length > 0 ? document.respondents : [NOBODY]) {
      const column = byRole.get(role) ?? { key: role, name: role, members: [], people: new Set<number>() }
      byRole.set(role, column)
      if (!column.members.includes(document)) column.members.push(document)
      if (caseId !== null) column.people.add(caseId)
    }
  return unnamedLast([...byRole.values()])
}

const NOBODY = { caseId: null, role: null }

function unnamedLast(columns: Column[]): Column[] {
  return [...columns.filter((column) => column.key !== null), ...columns.filter((column) => column.key === null)]
}

function isUncoded(study: Study, input: MatrixInput, document: DocumentFacts): boolean {
  return study.index.layerCoder(input.layer, document).kind === 'uncoded'
}

/** The respondents' own speech in a column: what an amount is out of. */
function speechAmount(
  study: Study,
  documents: readonly DocumentFacts[],
  input: MatrixInput,
  key: string | number | null,
): number {
  let sum = 0
  for (const document of documents) {
    const text = study.index.texts.of(document.id)
    const parts = study.index
      .speechOf(document)
      .partsOf(span(0, text.length))
      .filter((part) => input.columns !== 'role' || roleOf(study, document, part.respondent) === key)
    sum += countWords(
      text,
      document.language,
      parts.map(({ start, end }) => span(start, end)),
    )
  }
  return sum
}
