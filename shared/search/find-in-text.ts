import { snapToGraphemes } from '../text/graphemes.ts'
import { paragraphAround } from '../text/paragraphs.ts'
import { span, type Span } from '../text/span.ts'
import { foldQuery, type FoldedText } from './fold-text.ts'
import { compileRegex, type SearchPattern } from './pattern.ts'
import { wordSpansIn } from './word-spans.ts'

export interface SearchedText {
  readonly text: string
  /** BCP 47. */
  readonly language: string
  folded(keepCase: boolean): FoldedText
}

/** Finds where a pattern stands in texts: whole grapheme clusters, in order, without overlaps and without empty ones. */
export interface Finder {
  findIn(source: SearchedText): Generator<Span>
}

/**
 * Makes ready to search for a pattern. `wordCount`: with mode `words`, how many words a hit consists of, so that a
 * counted word opens exactly the places that were counted; null: any number. Throws SyntaxError for a regular expression
 * that is none.
 */
export function finderFor(pattern: SearchPattern, wordCount: number | null = null): Finder {
  if (pattern.mode === 'regex') {
    const regex = compileRegex(pattern)
    return { findIn: (source) => snapped(source, true, (text) => regexHits(text, regex), always) }
  }
  const needle = foldQuery(pattern.text.trim(), pattern.matchCase)
  return {
    *findIn(source) {
      if (needle === '') return
      const isWanted = pattern.mode === 'text' ? always : wholeWordsIn(source, wordCount)
      yield* snapped(source, pattern.matchCase, (text) => plainHits(text, needle), isWanted)
    },
  }
}

const always = () => true

function* plainHits(text: string, needle: string): Generator<[number, number]> {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) yield [at, at + needle.length]
}

function* regexHits(text: string, regex: RegExp): Generator<[number, number]> {
  for (const found of text.matchAll(regex)) yield [found.index, found.index + found[0].length]
}

function* snapped(
  source: SearchedText,
  keepCase: boolean,
  hitsIn: (folded: string) => Generator<[number, number]>,
  isWanted: (hit: Span) => boolean,
): Generator<Span> {
  const folded = source.folded(keepCase)
  let last = 0
  for (const [from, to] of hitsIn(folded.text)) {
    if (from === to) continue
    const { start, end } = folded.toOriginal(from, to)
    if (start < last) continue
    const hit = snapToGraphemes(source.text, span(start, end))
    if (hit.start < last || !isWanted(hit)) continue
    last = hit.end
    yield hit
  }
}

/** Whether a hit neither begins nor ends within a word. The words of a paragraph are found once for all hits in it. */
function wholeWordsIn(source: SearchedText, wordCount: number | null): (hit: Span) => boolean {
  let paragraph: Span | null = null
  let words: number[] = []
  return (hit) => {
    if (paragraph === null || hit.start < paragraph.start || hit.start > paragraph.end) {
      paragraph = paragraphAround(source.text, hit.start)
      words = wordSpansIn(source.text.slice(paragraph.start, paragraph.end), source.language)
    }
    const start = hit.start - paragraph.start
    const end = hit.end - paragraph.start
    let within = 0
    for (let at = firstEndingBehind(words, start); at < words.length && words[at]! < end; at += 2) {
      if (words[at]! < start || words[at + 1]! > end) return false
      within++
    }
    return wordCount === null || within === wordCount
  }
}

/** Index in start, end, start, end, … of the first pair that ends behind the offset. */
function firstEndingBehind(words: readonly number[], offset: number): number {
  let low = 0
  let high = words.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words[middle * 2 + 1]! > offset) high = middle
    else low = middle + 1
  }
  return low * 2
}
