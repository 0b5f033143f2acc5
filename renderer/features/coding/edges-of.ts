const EDGE = 12

/** A passage by its first and last words, cut between characters as people see them. */
export function edgesOf(quote: string): string {
  const line = quote.replaceAll('\n', ' ')
  if (line.length <= 2 * EDGE + 1) return line
  const first = [...new Intl.Segmenter().segment(line.slice(0, 20 * EDGE))].slice(0, EDGE)
  const last = [...new Intl.Segmenter().segment(line.slice(-20 * EDGE))].slice(-EDGE)
  return `${first.map(({ segment }) => segment).join('')}…${last.map(({ segment }) => segment).join('')}`
}
