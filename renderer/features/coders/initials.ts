/**
 * What a name is cut to for a margin: the first letters of the first and the last word, or the first two characters of a
 * name in one piece (`Chen Li` → CL, `李文山` → 李文).
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const letters = last === '' ? graphemes(first, 2) : graphemes(first, 1) + graphemes(last, 1)
  return letters.toUpperCase()
}

/** The first so many characters as people see them. */
function graphemes(text: string, count: number): string {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('')
}
