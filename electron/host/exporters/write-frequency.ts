import type { Frequency, FrequencyInput } from '../../../shared/contract/frequency.ts'
import { stopWords } from '../../../shared/search/stop-words.ts'
import type { JobContext } from '../context.ts'
import { studySettings } from '../study-settings.ts'
import { writeCsv, type CsvFlavour } from './csv.ts'
import { frequencyCsv } from './frequency-table.ts'
import { writeFrequencyXlsx } from './frequency-xlsx.ts'
import { wordsIn } from './words.ts'

/** Counts words with the study's stop list, beside this thread. */
export function countWordsOf(context: JobContext, input: FrequencyInput): Promise<Frequency> {
  const study = context.study()
  return study.reading.frequencies(
    input,
    [...stopWords(studySettings(study.db).stopList)],
    context.signal,
    (done, total) => {
      context.progress(done, total)
    },
  )
}

/** Writes word frequencies to a new file at `path`; the number of words listed. */
export async function writeFrequency(
  context: JobContext,
  path: string,
  input: FrequencyInput,
  as: { readonly kind: 'csv'; readonly flavour: CsvFlavour } | { readonly kind: 'xlsx' },
  language: string,
): Promise<number> {
  const frequency = await countWordsOf(context, input)
  const file = wordsIn(language)
  if (as.kind === 'csv') {
    const { columns, rows } = frequencyCsv(frequency, file, as.flavour)
    writeCsv(path, columns, rows, as.flavour)
  } else {
    const study = context.study().db.pluck<string>('SELECT name FROM meta') ?? ''
    await writeFrequencyXlsx(path, frequency, input, file, { study, madeAt: new Date() })
  }
  return frequency.rows.length
}
