import { basename } from 'node:path'
import { CLI_VERSION, importOutputSchema } from '../../../shared/contract/cli.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import { complain, printJson, printLines, spoken } from './print.ts'
import { sentence } from './sentence.ts'
import { withStudy, type Session } from './session.ts'
import { parseCommand, UsageError } from './usage.ts'

type TableCall = 'import.attributes' | 'import.codings' | 'import.episodes'

/** `import`: transcripts first, then the tables that refer to them. What cannot come in is named; the rest comes in. */
export async function importCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, {
    attributes: { type: 'string' },
    codings: { type: 'string' },
    episodes: { type: 'string' },
  })
  const [path, ...files] = positionals
  if (path === undefined) throw new UsageError('STUDY.tianye is missing.')
  const tables = [values.attributes, values.codings, values.episodes]
  if (files.length === 0 && tables.every((table) => table === undefined)) throw new UsageError('FILE is missing.')

  await withStudy(path, { access: 'write', userData: values['user-data'] }, async (session, study) => {
    const documents = files.length === 0 ? null : await importDocuments(session, files)
    const attributes = await importTable(session, 'import.attributes', values.attributes)
    const codings = await importTable(session, 'import.codings', values.codings)
    const episodes = await importTable(session, 'import.episodes', values.episodes)
    if (values.json)
      printJson(importOutputSchema, {
        tianye: CLI_VERSION,
        command: 'import',
        study,
        documents:
          documents === null
            ? null
            : {
                ...documents,
                failed: documents.failed.map(({ fileName, error }) => ({ fileName, error: spoken(error) })),
              },
        attributes: withSentences(attributes),
        codings: withSentences(codings),
        episodes: withSentences(episodes),
      })
    else
      printLines([
        ...(documents === null ? [] : [`${documents.imported.length} transcripts imported.`]),
        ...[attributes, codings, episodes].flatMap((table) =>
          table === null ? [] : [`${table.file}: ${table.added} rows added, ${table.unchanged} there already.`],
        ),
      ])
    for (const { error } of documents?.failed ?? []) complain(sentence(error))
    for (const table of [attributes, codings, episodes])
      for (const { line, error } of table?.failed ?? []) complain(`${table?.file}, line ${line}: ${sentence(error)}`)
  })
}

async function importDocuments(session: Session, files: readonly string[]): Promise<Out<'import.documents'>> {
  const { isTTY } = process.stderr
  const result = await session.call('import.documents', { handles: files.map(session.handle) }, (done, total) => {
    if (isTTY && total !== null) process.stderr.write(`\r${done} of ${total} files read`)
  })
  if (isTTY) process.stderr.write('\r\u001b[K')
  return result
}

type TableResult = Out<TableCall> & { readonly file: string }

async function importTable(session: Session, call: TableCall, file: string | undefined): Promise<TableResult | null> {
  if (file === undefined) return null
  return { file: basename(file), ...(await session.call(call, { handle: session.handle(file) })) }
}

function withSentences(table: TableResult | null) {
  return table === null
    ? null
    : { ...table, failed: table.failed.map(({ line, error }) => ({ line, error: spoken(error) })) }
}
