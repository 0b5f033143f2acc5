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
  for (const character of words) sum += WIDE.test(character) ? 1 : NARROW.test(character) ? 0.34 : 0.6
  return sum
}

/** Chinese, Japanese and Korean characters and their punctuation fill a square. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NARROW = /[\s.,:;'’|!()[\]ijlt]/
