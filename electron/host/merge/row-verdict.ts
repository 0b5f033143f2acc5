import type { RowHistory, Version } from './row-history.ts'

/** What becomes of a row that the log of the returned file knows. */
export type RowVerdict = 'nothing' | 'insert' | 'update' | 'delete' | 'conflict'

export interface JudgedRow {
  readonly theirs: RowHistory
  readonly ours: RowHistory
  /** Whether a version there and one here say the same, on the same words. */
  readonly isSame: (theirs: Version, ours: Version) => boolean
  /** A bring-back deleted it here (following their deletion), or was undone. */
  readonly wasMergedAway: boolean
}

/**
 * The rule of the bring-back, for one row. What is theirs now, what it was there before, what is ours now and what it was
 * here before say all that is needed; nothing else is remembered, so the same file twice changes nothing the second time.
 *
 * - Theirs follows where ours is a version that they had: they went on from it.
 * - Ours stays where theirs is a version that was here: it was brought back (or handed out) and went on here.
 * - Else both changed it: a conflict.
 */
export function judgeRow({ theirs, ours, isSame, wasMergedAway }: JudgedRow): RowVerdict {
  const here = ours.current
  const there = theirs.current
  const hadThere = (version: Version): boolean => theirs.versions.some((one) => isSame(one, version))
  const hadHere = (version: Version): boolean => ours.versions.some((one) => isSame(version, one))

  if (there === null) {
    if (theirs.deletedBy === null || here === null) return 'nothing'
    return hadThere(here) ? 'delete' : 'conflict'
  }
  if (here === null) {
    if (!theirs.touched) return 'nothing'
    // Deleted here, and not touched there since it was handed out or brought back: it stays deleted.
    if (ours.deletedBy !== null && !wasMergedAway && hadHere(there)) return 'nothing'
    return 'insert'
  }
  if (!theirs.touched || isSame(there, here)) return 'nothing'
  if (hadThere(here)) return 'update'
  return hadHere(there) ? 'nothing' : 'conflict'
}
