import { writeFileSync } from 'node:fs'
import writeXlsxFile from 'write-excel-file/node'
import type { Frequency, FrequencyInput } from '../../../shared/contract/frequency.ts'
import { guardFormula, type CsvCell } from './csv.ts'
import { frequencyTable } from './frequency-table.ts'
import type { WorkbookFacts } from './matrix-xlsx.ts'
import type { FileWords } from './words.ts'

/** Writes a workbook of two sheets to a new file at `path`: the words, and what was counted and left out. */
export async function writeFrequencyXlsx(
  path: string,
  frequency: Frequency,
  input: FrequencyInput,
  file: FileWords,
  facts: Pick<WorkbookFacts, 'study' | 'madeAt'>,
): Promise<void> {
  const { heading, totals, lines } = frequencyTable(frequency, file)
  const cell = (value: CsvCell, bold = false) =>
    value === null
      ? null
      : {
          ...(typeof value === 'number' ? { type: Number, value } : { type: String, value: guardFormula(value) }),
          ...(bold && { fontWeight: 'bold' as const }),
        }
  const about = [
    [file.study, facts.study],
    [file.columns, file.columnKinds[input.by]],
    [file.version, input.version === 'originals' ? file.originals : input.version],
    [file.wordsPerPhrase, input.length],
    [file.stopListUsed, input.useStopList ? file.yes : file.no],
    [file.leastCount, input.minimum],
    [file.allWords, frequency.words],
    [file.transcripts, frequency.documents],
    [file.interviewersLeftOut, frequency.leftOut.interviewers],
    [file.othersLeftOut, frequency.leftOut.otherSpeakers],
    [file.listedOf, frequency.types],
    [file.made, facts.madeAt.toISOString()],
  ] as const
  const workbook = await writeXlsxFile([
    {
      data: [
        heading.map((name) => cell(name, true)),
        totals.map((value) => cell(value, true)),
        ...lines.map((line) => line.map((value) => cell(value))),
      ],
      sheet: file.frequencies,
      columns: [{ width: 24 }, ...heading.slice(1).map(() => ({ width: 14 }))],
      stickyRowsCount: 2,
      stickyColumnsCount: 1,
    },
    {
      data: about.map(([name, value]) => [cell(name, true), cell(value)]),
      sheet: file.about,
      columns: [{ width: 44 }, { width: 40 }],
    },
  ]).toBuffer()
  writeFileSync(path, workbook, { mode: 0o600, flush: true })
}
