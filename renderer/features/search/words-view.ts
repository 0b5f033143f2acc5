import type { Frequency, FrequencyInput } from '../../../shared/contract/frequency.ts'
import { studyState } from '../../app/study-state.ts'

/** How the table of words is set up. */
export interface WordsView {
  readonly by: FrequencyInput['by']
  readonly length: number
  readonly useStopList: boolean
  readonly minimum: number
  readonly contains: string
  /** Counts, or how many of a thousand words. */
  readonly measure: 'count' | 'rate'
  readonly sort: WordSort
}

/** By a column's index, or by one of the columns that are always there. */
export interface WordSort {
  readonly by: 'text' | 'total' | 'documents' | number
  readonly isDescending: boolean
}

export const WORDS_VIEW = studyState<WordsView>({
  by: 'village',
  length: 1,
  useStopList: true,
  minimum: 2,
  contains: '',
  measure: 'count',
  sort: { by: 'total', isDescending: true },
})

export interface WordLine {
  readonly text: string
  readonly total: number
  readonly documents: number
  /** By column. */
  readonly counts: ReadonlyMap<number, number>
}

/** The rows as lines, in the order asked for. Equal ones stay in the order of their totals. */
export function wordLines(
  frequency: Frequency,
  sort: WordSort,
  measure: WordsView['measure'],
  language: string,
): WordLine[] {
  const lines = frequency.rows.map(({ cells, ...row }): WordLine => {
    const counts = new Map<number, number>()
    for (let at = 0; at < cells.length; at += 2) counts.set(cells[at]!, cells[at + 1]!)
    return { ...row, counts }
  })
  const direction = sort.isDescending ? -1 : 1
  if (sort.by === 'text') {
    const collator = new Intl.Collator(language)
    return lines.sort((a, b) => direction * collator.compare(a.text, b.text))
  }
  const valueOf = (line: WordLine): number => {
    if (sort.by === 'total') return line.total
    if (sort.by === 'documents') return line.documents
    const column = Number(sort.by)
    const count = line.counts.get(column) ?? 0
    return measure === 'count' ? count : (perThousand(count, frequency.columns[column]?.words ?? 0) ?? -1)
  }
  return lines.sort((a, b) => direction * (valueOf(a) - valueOf(b)))
}

/** How often in a thousand words; null where nothing is said. */
export function perThousand(count: number, words: number): number | null {
  return words === 0 ? null : (count * 1000) / words
}
