import type { DocumentRow } from '../../../shared/contract/document.ts'
import { primaryLanguage } from '../../../shared/text/primary-language.ts'

/** What a transcript becomes: a version of the other one, or its original. */
export type LinkRole = 'version' | 'original'

/**
 * Transcripts that one can be linked with: of another language, and free for their part in it. The nearest first: of
 * the same village, then with a name that begins alike, then in the order of the list.
 */
export function linkCandidates(documents: readonly DocumentRow[], row: DocumentRow, role: LinkRole): DocumentRow[] {
  const originals = new Set(documents.map(({ parallelOf }) => parallelOf))
  if (row.parallelOf !== null || (role === 'version' && originals.has(row.id))) return []
  return documents
    .filter(
      (other) =>
        other.id !== row.id &&
        other.parallelOf === null &&
        (role === 'version' || !originals.has(other.id)) &&
        primaryLanguage(other.language) !== primaryLanguage(row.language),
    )
    .map((other) => ({ other, alike: sharedBeginning(other.name, row.name) }))
    .sort(
      (a, b) =>
        Number(b.other.villageId === row.villageId) - Number(a.other.villageId === row.villageId) || b.alike - a.alike,
    )
    .map(({ other }) => other)
}

/** What a transcript rather is: an original where most interviews of the study are in its language. */
export function likelyRole(documents: readonly DocumentRow[], row: DocumentRow): LinkRole {
  const language = primaryLanguage(row.language)
  const others = documents.filter(({ id, parallelOf }) => id !== row.id && parallelOf === null)
  const alike = others.filter((other) => primaryLanguage(other.language) === language).length
  return alike * 2 >= others.length ? 'original' : 'version'
}

function sharedBeginning(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
