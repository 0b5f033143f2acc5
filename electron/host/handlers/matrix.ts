import type { Matrix, MatrixInput } from '../../../shared/contract/matrix.ts'
import { codeLines, type CodeLines } from '../../../shared/matrix/code-lines.ts'
import { codingsIn, sumEntries, tabulate, type TabulatedDocument } from '../../../shared/matrix/tabulate.ts'
import { span } from '../../../shared/text/span.ts'
import { amountUnit, countWords } from '../../../shared/text/words.ts'
import type { HandlersOf, QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { roleOf } from '../index/role-of.ts'
import { documentsInVersion } from '../index/versions.ts'
import type { Study } from '../study.ts'
import { codeTree } from '../code-rows.ts'

export const matrixHandlers: HandlersOf<'matrix'> = {
  'matrix.compute': (context, input) => computeMatrix(context, input),

  'matrix.cell': (context, { matrix, codeId, column }) => {
    const { codes, columnOf, documents } = prepare(context, matrix)
    const line = codes.lines.findIndex((candidate) => candidate.codeId === codeId)
    if (line < 0) fail('code_gone')
    const byRole = matrix.columns === 'role'
    const role = typeof column === 'string' ? column : null
    return {
      codingIds: documents
        .filter(({ document }) => byRole || columnKey(matrix, document) === column)
        .filter(({ document }) => columnOf(document, role) !== undefined)
        .flatMap(({ document, coderId }) => {
          const table = tableOf(context.study, document, coderId)
          return codingsIn(codes, table, { measure: matrix.measure, byRole }, line, role).map((at) => table.ids[at]!)
        }),
    }
  },
}

export function computeMatrix(context: QueryContext, input: MatrixInput): Matrix {
  const { study } = context
  const { codes, columns, columnOf, documents, leftOut } = prepare(context, input)
  const tabulation = { measure: input.measure, byRole: input.columns === 'role' }
  const counts = sumEntries(
    codes,
    columns.length,
    input.measure,
    documents.map(({ document, coderId }) => ({
      entries: study.index.tallies.of(
        document.id,
        JSON.stringify([coderId, input.measure, tabulation.byRole, input.rollUp]),
        () => tabulate(codes, tableOf(study, document, coderId), tabulation),
      ),
      columnOf: (role) => columnOf(document, role),
    })),
  )
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
        unfinished: members.filter((document) => isUnfinished(context.study, input, document)).length,
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
  /** The column of a document, or of a role in it. */
  readonly columnOf: (document: DocumentFacts, role: string | null) => number | undefined
  readonly documents: readonly { readonly document: DocumentFacts; readonly coderId: number }[]
  readonly leftOut: readonly DocumentFacts[]
}

function prepare({ db, study }: QueryContext, input: MatrixInput): Prepared {
  const all = documentsInVersion(study.index.documents.values(), input.version)
  const leftOut = all.filter((document) => study.index.layerCoder(input.layer, document).kind === 'undecided')
  const isLeftOut = new Set(leftOut)
  const read = all.filter((document) => !isLeftOut.has(document))
  const columns = input.columns === 'role' ? roleColumns(read) : wholeColumns(input, read)
  const columnAt = new Map(columns.map((column, index) => [column.key, index]))
  return {
    codes: codeLines(codeTree(db), input.rollUp),
    columns,
    columnOf: (document, role) => columnAt.get(input.columns === 'role' ? role : columnKey(input, document)),
    documents: read.flatMap((document) => {
      const coder = study.index.layerCoder(input.layer, document)
      return coder.kind === 'coder' ? [{ document, coderId: coder.coderId }] : []
    }),
    leftOut,
  }
}

function tableOf(study: Study, document: DocumentFacts, coderId: number): TabulatedDocument & { ids: Int32Array } {
  return {
    ...study.index.codings.of(document.id, coderId),
    partsOf: (range) =>
      study.index
        .speechOf(document)
        .partsOf(range)
        .map(({ start, end, respondent }) => ({
          ...span(start, end),
          respondent,
          role: roleOf(study.index.speechOf(document), document, respondent),
        })),
    amountIn: (spans) => countWords(study.index.texts.of(document.id), document.language, spans),
  }
}

function columnKey({ columns }: MatrixInput, document: DocumentFacts): number | null {
  return columns === 'document' ? document.id : document.villageId
}

function wholeColumns(input: MatrixInput, documents: readonly DocumentFacts[]): Column[] {
  const byKey = new Map<number | null, Column>()
  for (const document of documents) {
    const key = columnKey(input, document)
    const name = input.columns === 'document' ? document.name : document.village
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

function isUnfinished(study: Study, input: MatrixInput, document: DocumentFacts): boolean {
  const coder = study.index.layerCoder(input.layer, document)
  return coder.kind === 'coder' && !study.index.isFinished(document.id, coder.coderId)
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
      .filter(
        (part) => input.columns !== 'role' || roleOf(study.index.speechOf(document), document, part.respondent) === key,
      )
    sum += countWords(
      text,
      document.language,
      parts.map(({ start, end }) => span(start, end)),
    )
  }
  return sum
}
