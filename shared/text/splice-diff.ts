import { segmenterFor } from './segmenters.ts'
import { createCollector, type Splice } from './splices.ts'

/**
 * The splices between two versions of a stretch, as few and as small as can be read: whole words in scripts with spaces,
 * characters elsewhere, so that two corrected words in a paragraph are two small changes. Cuts fall between grapheme
 * clusters of both versions. `at`: where the stretch begins in its text; both its edges must be edges of clusters.
 */
export function diffText(before: string, after: string, at = 0): Splice[] {
  if (before === after) return []
  const old = tokensOf(before)
  const fresh = tokensOf(after)
  const shorter = Math.min(old.length, fresh.length)
  let head = 0
  while (head < shorter && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++

  const out = createCollector()
  out.keep(at + lengthOf(old.slice(0, head)))
  const changedOld = old.slice(head, old.length - tail)
  const changedNew = fresh.slice(head, fresh.length - tail)
  const edits = shortestEdits(changedOld, changedNew)
  if (edits === null) {
    out.remove(changedOld.join(''))
    out.insert(changedNew.join(''))
  } else {
    const chance = keptByChance(edits)
    edits.forEach(({ kind, token }, index) => {
      const isRewritten = chance.has(index)
      if (kind === 'keep' && !isRewritten) out.keep(token.length)
      if (kind === 'remove' || isRewritten) out.remove(token)
      if (kind === 'insert' || isRewritten) out.insert(token)
    })
  }
  return out.splices()
}

/** A letter, digit or mark of a script that is written with spaces. */
const WORD =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}_]/u
const JOINING = /^['’]/

/** Words of scripts with spaces, and everything else one grapheme cluster at a time. Together they are the text. */
function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let isWord = false
  for (const { segment } of segmenterFor(undefined, 'grapheme').segment(text)) {
    const continues: boolean = WORD.test(segment) || (isWord && JOINING.test(segment))
    if (continues && isWord) tokens.push((tokens.pop() ?? '') + segment)
    else tokens.push(segment)
    isWord = continues
  }
  return tokens
}

function lengthOf(tokens: readonly string[]): number {
  let length = 0
  for (const token of tokens) length += token.length
  return length
}

interface Edit {
  readonly kind: 'keep' | 'remove' | 'insert'
  readonly token: string
}

const LETTER = /^[\p{L}\p{N}]/u
/** As many characters in a row are the same by chance where a Chinese sentence was written anew, and no more. */
const LONGEST_CHANCE = 2
/** What both versions share of a stretch that is still the same sentence, at least: of 0 to 1. */
const LEAST_SHARED = 0.3

/**
 * The kept tokens, by index, that two sentences without a relation share: single characters of a script without spaces
 * between edits on either side that are far larger. Without this a passage that was written anew would live on in a stray
 * 的. Where nothing was inserted they were kept on purpose.
 */
function keptByChance(edits: readonly Edit[]): Set<number> {
  const chance = new Set<number>()
  let cluster = { kept: [] as number[], letters: 0, removed: 0, inserted: 0 }
  let run: number[] = []
  let runLetters = 0
  const close = (): void => {
    const { kept, letters, removed, inserted } = cluster
    const isUnlike = 2 * letters < LEAST_SHARED * (2 * letters + removed + inserted)
    if (letters > 0 && removed > 0 && inserted > 0 && isUnlike) for (const index of kept) chance.add(index)
    cluster = { kept: [], letters: 0, removed: 0, inserted: 0 }
  }
  edits.forEach(({ kind, token }, index) => {
    const letters = LETTER.test(token) ? token.length : 0
    if (kind === 'keep') {
      run.push(index)
      runLetters += letters > 0 && WORD.test(token) ? LONGEST_CHANCE + 1 : letters
      return
    }
    if (runLetters > LONGEST_CHANCE) close()
    else if (cluster.removed + cluster.inserted > 0) {
      cluster.kept.push(...run)
      cluster.letters += runLetters
    }
    run = []
    runLetters = 0
    cluster[kind === 'remove' ? 'removed' : 'inserted'] += letters
  })
  close()
  return chance
}

/** With more removed and inserted tokens than this, two texts have too little in common to be told apart word by word. */
const MOST_EDITS = 1000

/** Shortest way from one list to the other (Myers 1986, greedy with its trace kept); null where it is too long. */
function shortestEdits(old: readonly string[], fresh: readonly string[]): Edit[] | null {
  const most = Math.min(old.length + fresh.length, MOST_EDITS)
  const trace: Int32Array[] = []
  // Furthest place in `old` on each diagonal (place in `old` minus place in `fresh`), by diagonal + count + 1.
  let furthest = new Int32Array(3)
  for (let count = 0; count <= most; count++) {
    trace.push(furthest)
    const next = new Int32Array(2 * count + 5)
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = count === 0 ? 0 : stepInto(furthest, count, diagonal)
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x++
      next[diagonal + count + 2] = x
      if (x >= old.length && x - diagonal >= fresh.length) return editsAlong(trace, old, fresh)
    }
    furthest = next
  }
  return null
}

/** Where the best step onto a diagonal leads to, from the places reached with one edit fewer. */
function stepInto(furthest: Int32Array, count: number, diagonal: number): number {
  const above = furthest[diagonal + 1 + count + 1] ?? 0
  const left = furthest[diagonal - 1 + count + 1] ?? 0
  return isInsertion(furthest, count, diagonal) ? above : left + 1
}

function isInsertion(furthest: Int32Array, count: number, diagonal: number): boolean {
  if (diagonal === -count) return true
  if (diagonal === count) return false
  return (furthest[diagonal - 1 + count + 1] ?? 0) < (furthest[diagonal + 1 + count + 1] ?? 0)
}

/** Reads the edits off the trace, backwards. */
function editsAlong(trace: readonly Int32Array[], old: readonly string[], fresh: readonly string[]): Edit[] {
  const edits: Edit[] = []
  let x = old.length
  let y = fresh.length
  for (let count = trace.length - 1; count >= 0; count--) {
    const furthest = trace[count]!
    const diagonal = x - y
    const inserts = count > 0 && isInsertion(furthest, count, diagonal)
    const fromX = count === 0 ? 0 : (furthest[diagonal + (inserts ? 1 : -1) + count + 1] ?? 0)
    const reached = count === 0 ? 0 : inserts ? fromX : fromX + 1
    while (x > reached) {
      x--
      y--
      edits.push({ kind: 'keep', token: old[x]! })
    }
    if (count === 0) break
    if (inserts) edits.push({ kind: 'insert', token: fresh[--y]! })
    else edits.push({ kind: 'remove', token: old[--x]! })
  }
  return edits.reverse()
}
