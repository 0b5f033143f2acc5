import { writeFile } from 'node:fs/promises'
import type { AgreementResult } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { attributeAgreement } from '../agreement/attribute-agreement.ts'
import { computeAgreement } from '../agreement/compute.ts'
import type { JobContext } from '../context.ts'
import { agreementLines } from './agreement-table.ts'
import { agreementWordsIn, TIDY_WORDS } from './agreement-words.ts'
import { writeAgreementXlsx } from './agreement-xlsx.ts'
import { writeCsv, type CsvCell, type CsvFlavour } from './csv.ts'

type AgreementFile =
  { readonly kind: 'csv'; readonly flavour: CsvFlavour } | { readonly kind: 'xlsx' } | { readonly kind: 'json' }

/** Computes an analysis anew and writes it to a new file at `path`, with all that is needed to repeat it; the codes listed. */
export async function writeAgreement(
  job: JobContext,
  path: string,
  settings: AgreementSettings,
  as: AgreementFile,
  language: string,
): Promise<number> {
  const result = await computeAgreement(job, settings)
  const attributes = attributeAgreement(job.read(), settings)
  const words = as.kind === 'csv' && as.flavour === 'tidy' ? TIDY_WORDS : agreementWordsIn(language)
  const table = agreementLines(result, words, language)
  const madeAt = new Date().toISOString()
  const about = agreementFacts(result, language, madeAt)
  if (as.kind === 'json') await writeFile(path, `${JSON.stringify({ ...result, attributes, madeAt }, null, 2)}\n`)
  else if (as.kind === 'xlsx')
    await writeAgreementXlsx(path, { attributes, table, about, words, documents: documentLines(result) })
  else if (as.flavour === 'excel')
    writeCsv(
      path,
      table.heading,
      [...table.lines, ...table.totals, [], ...about, [], ...documentLines(result)],
      'excel',
    )
  else writeCsv(path, [...table.heading, ...TIDY_FACTS], tidyLines(result, table.lines), 'tidy')
  return table.lines.length
}

/** What the figures rest on, line by line. */
function agreementFacts(result: AgreementResult, language: string, madeAt: string): [string, CsvCell][] {
  const words = agreementWordsIn(language)
  return [
    [words.sentence, result.sentences[language.startsWith('zh') ? 'zh-CN' : 'en']],
    [words.study, result.study],
    [words.coders, result.coders.map(({ name }) => name).join('; ')],
    [words.unit, words.unitNames[result.settings.unit]],
    [words.units, result.units],
    [words.leftOut, result.leftOut.map(({ name, reason }) => `${name} (${words.leftOutReasons[reason]})`).join('; ')],
    [words.warnings, result.warnings.map((warning) => words.warningTexts[warning]).join('; ')],
    [words.settings, JSON.stringify(result.settings)],
    [words.software, result.version],
    [words.made, madeAt],
  ]
}

/** The transcripts that were read, with the hash of the text that was read. */
function documentLines({ documents, coders }: AgreementResult): CsvCell[][] {
  const names = new Map(coders.map(({ id, name }) => [id, name]))
  return documents.map(({ name, village, coderIds, units, textHash }) => [
    name,
    village ?? '',
    coderIds.map((id) => names.get(id) ?? '').join('; '),
    units,
    textHash,
  ])
}

/** For programs every line says what it was made with, and nothing but lines is in the file. */
const TIDY_FACTS = ['unit', 'coders', 'settings', 'tianye'] as const

function* tidyLines(result: AgreementResult, lines: readonly (readonly CsvCell[])[]): Generator<CsvCell[]> {
  const facts = [
    result.settings.unit,
    result.coders.map(({ name }) => name).join('; '),
    JSON.stringify(result.settings),
    result.version,
  ]
  for (const line of lines) yield [...line, ...facts]
}
