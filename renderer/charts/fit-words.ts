/**
 * Words of a drawing, cut with “…” to what fits into `width` px at a type size of `size` px. SVG does not cut by
 * itself, so widths are judged by the kind of character: a little too wide rather than too narrow.
 */
export function fitWords(words: string, width: number, size: number): string {
  const room = width / size
  if (widthOf(words) <= room) return words
  let fitting = ''
  let used = widthOf(ELLIPSIS)
  for (const { segment } of graphemes.segment(words)) {
    used += widthOf(segment)
    if (used > room) break
    fitting += segment
  }
  return fitting === '' ? '' : fitting.trimEnd() + ELLIPSIS
}

const ELLIPSIS = '…'
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** In units of the type size. */
function widthOf(words: string): number {
  let sum = 0
  for (const character of words) sum += WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? 0.56
  return sum
}

const WIDTHS: readonly (readonly [kind: RegExp, width: number])[] = [
  [/[.,:;'’|!ijlI]/, 0.28],
  [/[\s()[\]\-rtf]/, 0.4],
  [/[mwMW@%]/, 0.9],
  [/[A-Z]/, 0.66],
  // Chinese, Japanese and Korean characters with their punctuation, and pictures, fill a square.
  [
    /[…\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u,
    1,
  ],
]
