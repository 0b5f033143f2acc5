import type { Frequency, FrequencyInput } from '../../../shared/contract/frequency.ts'
import { foldQuery } from '../../../shared/search/fold-text.ts'
import { joined, tokensOf, Vocabulary, type Tokens } from '../../../shared/search/word-tokens.ts'
import type { Corpus, CorpusDocument } from './corpus.ts'
import type { WorkerReply } from './tasks.ts'
import { isWithin, reasonFor, type Voice } from './voices.ts'

/** Rows given at most: the most frequent ones. */
export const MAX_ROWS = 3000
/** Milliseconds between two reports. */
const REPORT_AFTER = 100
/** Words of texts kept at most. */
const CAPACITY = 30_000_000

/** Words of texts by the texts' hash, found once. */
export class TokenCache {
  readonly vocabulary = new Vocabulary()
  readonly #byKey = new Map<string, Tokens>()
  #held = 0

  of(hash: string, language: string, text: () => string): Tokens {
    const key = `${language} ${hash}`
    let tokens = this.#byKey.get(key)
    if (tokens === undefined) {
      tokens = tokensOf(text(), language, this.vocabulary)
      this.#held += tokens.ids.length
      for (const [oldest, { ids }] of this.#byKey) {
        if (this.#held <= CAPACITY) break
        this.#byKey.delete(oldest)
        this.#held -= ids.length
      }
    } else this.#byKey.delete(key)
    this.#byKey.set(key, tokens)
    return tokens
  }
}

interface Column {
  readonly key: Frequency['columns'][number]['key']
  readonly name: string | null
  words: number
  documents: number
}

/** Words in a row that one person says in one turn: tokens [first, last) of a document, for a column. */
interface Stretch {
  readonly tokens: Tokens
  readonly first: number
  readonly last: number
  readonly column: number
  readonly document: number
}

/** Counts words or phrases by case. `isWanted` is asked between two transcripts. Null where nobody waits any more. */
export function countFrequencies(
  corpus: Corpus,
  cache: TokenCache,
  input: FrequencyInput,
  stopWords: readonly string[],
  isWanted: () => boolean,
  tell: (reply: WorkerReply) => void,
): Frequency | null {
  const columns: Column[] = []
  const columnAt = new Map<string, number>()
  const stretches: Stretch[] = []
  const leftOut = { interviewers: 0, otherSpeakers: 0 }
  let words = 0
  const documents = corpus.reading((db) => {
    const chosen = corpus.documents(input.version).filter((document) => isWithin(input.filter, document))
    let told = performance.now()
    for (const [index, document] of chosen.entries()) {
      if (!isWanted()) return null
      const seen = new Set<number>()
      const text = () => corpus.texts.get(db, document.textHash).text
      const tokens = cache.of(document.textHash, document.language, text)
      for (const { voice, first, last } of speechIn(corpus, document, tokens)) {
        const reason = reasonFor(voice, input.filter)
        if (reason === 'interviewers' || reason === 'otherSpeakers') leftOut[reason] += last - first
        if (reason !== null || first === last) continue
        const column = columnOf(columns, columnAt, input.by, document, voice)
        columns[column]!.words += last - first
        words += last - first
        if (!seen.has(column)) columns[column]!.documents++
        seen.add(column)
        stretches.push({ tokens, first, last, column, document: index })
      }
      if (performance.now() - told > REPORT_AFTER) {
        told = performance.now()
        tell({ kind: 'progress', done: index + 1, total: chosen.length })
      }
    }
    return chosen
  })
  if (documents === null) return null
  const paced = pacedBy(isWanted, tell)
  const phrases = countPhrases(stretches, cache.vocabulary, input.length, input.minimum, paced)
  if (!isWanted()) return null
  const listed = choose(phrases, cache.vocabulary, input, new Set(stopWords))
  const rows = listed.slice(0, MAX_ROWS)
  return {
    columns,
    rows: tabulate(rows, phrases, paced(stretches), columns.length),
    types: listed.length,
    words,
    documents: documents.length,
    leftOut,
  }
}

type Pace = (stretches: readonly Stretch[]) => Iterable<Stretch>

/** The stretches one by one, with a sign of life now and then; they end early where nobody waits any more. */
function pacedBy(isWanted: () => boolean, tell: (reply: WorkerReply) => void): Pace {
  return function* (stretches) {
    let told = performance.now()
    for (const [index, stretch] of stretches.entries()) {
      if (index % 64 === 0) {
        if (!isWanted()) return
        if (performance.now() - told > REPORT_AFTER) {
          told = performance.now()
          tell({ kind: 'alive' })
        }
      }
      yield stretch
    }
  }
}

/** The turns of a document as ranges of its tokens; words outside of turns and labels are nobody's. */
function* speechIn(
  corpus: Corpus,
  document: CorpusDocument,
  { starts }: Tokens,
): Generator<{ voice: Voice; first: number; last: number }> {
  const { turns, only } = corpus.voicesOf(document)
  if (only !== null) yield { voice: only, first: 0, last: starts.length }
  let at = 0
  for (const { speechStart, end, voice } of turns) {
    while (at < starts.length && starts[at]! < speechStart) at++
    const first = at
    while (at < starts.length && starts[at]! < end) at++
    yield { voice, first, last: at }
  }
}

function columnOf(
  columns: Column[],
  columnAt: Map<string, number>,
  by: FrequencyInput['by'],
  document: CorpusDocument,
  voice: Voice,
): number {
  const [key, name] = {
    village: () => [document.villageId, document.village] as const,
    document: () => [document.id, document.name] as const,
    role: () => [voice.role, voice.role] as const,
    respondent: () => [voice.respondent, voice.respondent === null ? null : voice.name] as const,
  }[by]()
  const text = String(key)
  let column = columnAt.get(text)
  if (column === undefined) {
    column = columns.length
    columnAt.set(text, column)
    columns.push({ key, name, words: 0, documents: 0 })
  }
  return column
}

/** The phrases of one length that are frequent enough, numbered; each is a shorter one and a word more. */
interface Phrases {
  readonly totals: readonly number[]
  readonly texts: readonly string[]
  /** The numbers of first and last word, for the stop list. */
  readonly edges: readonly (readonly [number, number])[]
  /** Which phrases begin at which tokens of a stretch, in order. */
  readonly in: (stretch: Stretch) => Generator<number>
}

function countPhrases(
  stretches: readonly Stretch[],
  vocabulary: Vocabulary,
  length: number,
  minimum: number,
  paced: Pace,
): Phrases {
  const wordTotals: number[] = []
  for (const { tokens, first, last } of paced(stretches))
    for (let at = first; at < last; at++) wordTotals[tokens.ids[at]!] = (wordTotals[tokens.ids[at]!] ?? 0) + 1
  let level: Phrases = {
    totals: wordTotals,
    texts: wordTotals.map((_, id) => vocabulary.wordOf(id)),
    edges: wordTotals.map((_, id) => [id, id] as const),
    *in({ tokens, first, last }) {
      for (let at = first; at < last; at++) yield tokens.ids[at]!
    },
  }
  for (let words = 2; words <= length; words++)
    level = longer(level, words, wordTotals, paced(stretches), vocabulary, minimum)
  return level
}

/** A word number has 22 bits here; the number of what stands before it takes the rest of 53. */
const WORD_BITS = 2 ** 22

/** Phrases of one word more. What is too rare already cannot become frequent by being longer. */
function longer(
  shorter: Phrases,
  words: number,
  wordTotals: readonly number[],
  stretches: Iterable<Stretch>,
  vocabulary: Vocabulary,
  minimum: number,
): Phrases {
  const numbers = new Map<number, number>()
  const totals: number[] = []
  const texts: string[] = []
  const edges: (readonly [number, number])[] = []
  const phrasesIn = function* (stretch: Stretch, isCounting: boolean): Generator<number> {
    const { tokens, first, last } = stretch
    let at = first
    for (const before of shorter.in(stretch)) {
      const next = at++ + words - 1
      if (next >= last) continue
      const word = tokens.ids[next]!
      const isPhrase =
        before >= 0 &&
        tokens.joints[next] !== 0 &&
        (shorter.totals[before] ?? 0) >= minimum &&
        (wordTotals[word] ?? 0) >= minimum
      if (!isPhrase) {
        yield -1
        continue
      }
      const key = (before * WORD_BITS + word) * 2 + (tokens.joints[next] === 2 ? 1 : 0)
      let number = numbers.get(key)
      if (number === undefined && isCounting) {
        number = totals.length
        numbers.set(key, number)
        totals.push(0)
        texts.push(joined(shorter.texts[before] ?? '', tokens.joints[next]!, vocabulary.wordOf(word)))
        edges.push([shorter.edges[before]![0], word])
      }
      yield number ?? -1
    }
  }
  for (const stretch of stretches)
    for (const number of phrasesIn(stretch, true)) if (number >= 0) totals[number] = totals[number]! + 1
  return { totals, texts, edges, in: (stretch) => phrasesIn(stretch, false) }
}

/** The numbers of the phrases to be listed, most frequent first. */
function choose(
  { totals, texts, edges }: Phrases,
  vocabulary: Vocabulary,
  input: FrequencyInput,
  stopWords: ReadonlySet<string>,
): number[] {
  const contains = foldQuery(input.contains.trim(), false)
  const isStopped = (id: number) => input.useStopList && stopWords.has(vocabulary.wordOf(id))
  const chosen: number[] = []
  totals.forEach((total, number) => {
    if (total < input.minimum || !texts[number]!.includes(contains)) return
    const [first, last] = edges[number]!
    if (!isStopped(first) && !isStopped(last)) chosen.push(number)
  })
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return chosen.sort((a, b) => totals[b]! - totals[a]! || compare(texts[a]!, texts[b]!))
}

function tabulate(
  listed: readonly number[],
  { totals, texts, in: phrasesIn }: Phrases,
  stretches: Iterable<Stretch>,
  columns: number,
): Frequency['rows'] {
  const rowAt = new Map(listed.map((number, row) => [number, row]))
  const counts = new Int32Array(listed.length * columns)
  const documents = new Int32Array(listed.length)
  const lastDocument = new Int32Array(listed.length).fill(-1)
  for (const stretch of stretches)
    for (const number of phrasesIn(stretch)) {
      const row = rowAt.get(number)
      if (row === undefined) continue
      counts[row * columns + stretch.column]!++
      if (lastDocument[row] === stretch.document) continue
      lastDocument[row] = stretch.document
      documents[row]!++
    }
  return listed.map((number, row) => {
    const cells: number[] = []
    for (let column = 0; column < columns; column++) {
      const count = counts[row * columns + column]!
      if (count > 0) cells.push(column, count)
    }
    return { text: texts[number]!, total: totals[number]!, documents: documents[row]!, cells }
  })
}
