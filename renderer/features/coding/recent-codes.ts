const REMEMBERED = 50

let ids: readonly number[] = []
let last: readonly number[] = []

/** Ids of the codes used last, the latest first, while this study is open in this window. */
export function recentCodes(): readonly number[] {
  return ids
}

/** Ids of the codes that were applied together the last time; empty before the first. */
export function lastCodes(): readonly number[] {
  return last
}

export function rememberCodes(codeIds: readonly number[]): void {
  last = [...new Set(codeIds)]
  ids = [...last, ...ids.filter((id) => !last.includes(id))].slice(0, REMEMBERED)
}

/** Another study is opened, whose ids mean other codes. */
export function forgetCodes(): void {
  ids = []
  last = []
}
