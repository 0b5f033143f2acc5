/** Where a key leads in a list of `count` lines, `page` of them on the screen; null for other keys. */
export function moveInList(key: string, from: number, count: number, page: number): number | null {
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count,
  }[key]
  return to === undefined ? null : Math.min(Math.max(0, to), Math.max(0, count - 1))
}
