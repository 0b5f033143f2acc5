const REMEMBERED = 50

let ids: readonly number[] = []

/** Ids of the codes used last, the latest first, while this window is open. */
export function recentCodes(): readonly number[] {
  return ids
}

export function rememberCodes(codeIds: readonly number[]): void {
  ids = [...codeIds, ...ids.filter((id) => !codeIds.includes(id))].slice(0, REMEMBERED)
}
