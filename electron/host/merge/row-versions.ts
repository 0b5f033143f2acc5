import { rowKey, type MergeText } from './merge-plan.ts'
import type { MergeSide } from './merge-side.ts'
import { isPlaced, isSamePlace, type Place, type RowTable } from './merge-tables.ts'
import type { MergedTexts } from './plan-texts.ts'
import { contentKey, portableRow, type GuidOf, type PortableRow } from './portable-row.ts'
import type { Row } from './references.ts'
import type { Version } from './row-history.ts'

interface ComparableRow {
  readonly portable: PortableRow
  readonly key: string
}

/** Versions of rows of both files, made comparable: what they say, and where they stand. */
export class RowVersions {
  readonly #ours: MergeSide
  readonly #theirs: MergeSide
  readonly #texts: MergedTexts
  /** Revisions that texts here are going to have, by document. */
  readonly #targets = new Map<string, string>()
  readonly #twins = new Map<string, string>()
  readonly #twinsBack = new Map<string, string>()
  readonly #comparable = new WeakMap<Version, ComparableRow>()

  constructor(ours: MergeSide, theirs: MergeSide, mergedTexts: MergedTexts, texts: readonly MergeText[]) {
    this.#ours = ours
    this.#theirs = theirs
    this.#texts = mergedTexts
    for (const text of texts) if (text.isAccepted) this.#targets.set(text.document, text.theirs)
  }

  /** Guids there of rows that are called otherwise here, by `rowKey`. */
  get twins(): ReadonlyMap<string, string> {
    return this.#twins
  }

  /** Whether a version there and one here say the same, on the same words. */
  isSame(table: RowTable, theirs: Version, ours: Version): boolean {
    if (this.theirs(table, theirs).key !== this.ours(table, ours).key) return false
    if (!isPlaced(table)) return true
    const document = this.documentThere(theirs.row)
    const target = this.target(document)
    const places = this.places(table, theirs, document, this.#revisionHere(document))
    // In the very revision of theirs, both have to stand on the same words.
    if (target !== undefined && target !== this.#revisionHere(document) && theirs.places.has(target))
      return isSamePlace(theirs.places.get(target), this.placeIn(table, ours, document, target))
    return [...ours.places].some(
      ([revision, place]) => places.has(revision) && isSamePlace(places.get(revision), place),
    )
  }

  /** Where a version stands in each revision that it lived through, and on the way from the last of them to `to`. */
  places(
    table: RowTable,
    version: Version,
    document: string | null,
    to: string | undefined,
  ): ReadonlyMap<string, Place> {
    const [last] = version.places
    if (last === undefined || !isPlaced(table) || document === null || to === undefined) return version.places
    const [revision, place] = last
    if (revision === to) return version.places
    return new Map([...this.#texts.of(document).placesAlong(table, place, revision, to), ...version.places])
  }

  /** Where a version stands in one revision. */
  placeIn(table: RowTable, version: Version, document: string | null, revision: string | undefined): Place {
    return revision === undefined ? null : (this.places(table, version, document, revision).get(revision) ?? null)
  }

  /** The revision that the text here will have. */
  target(document: string | null): string | undefined {
    if (document === null) return undefined
    return this.#targets.get(document) ?? this.#revisionHere(document) ?? this.#theirs.revisionOf(document)
  }

  #revisionHere(document: string | null): string | undefined {
    return document === null ? undefined : this.#ours.revisionOf(document)
  }

  /** Guid of the document on which a row lies. */
  documentThere(row: Row): string | null {
    const id = row['document_id']
    return typeof id === 'number' ? this.guidOf(this.#theirs)('document', id) : null
  }

  documentHere(version: Version | null): string | null {
    const id = version?.row['document_id']
    return typeof id === 'number' ? this.#ours.guidOf('document', id) : null
  }

  /** A version in the form in which it means the same in both files. */
  theirs(table: RowTable, version: Version): ComparableRow {
    return this.#asPortable(table, version, this.#theirs, this.guidOf(this.#theirs))
  }

  /** What a memo mentions and was not handed out is plain words there. */
  ours(table: RowTable, version: Version): ComparableRow {
    return this.#asPortable(table, version, this.#ours, this.guidOf(this.#ours), (target, id) => {
      const guid = this.#ours.guidOf(target, id)
      if (guid === null) return null
      return this.#theirs.knows(target, this.#twinsBack.get(rowKey(target, guid)) ?? guid) ? guid : null
    })
  }

  #asPortable(
    table: RowTable,
    version: Version,
    side: MergeSide,
    guidOf: GuidOf,
    mentioned: GuidOf = guidOf,
  ): ComparableRow {
    let known = this.#comparable.get(version)
    if (known === undefined) {
      const portable = portableRow(side.references[table], table, version.row, guidOf, mentioned)
      known = { portable, key: contentKey(table, portable) }
      this.#comparable.set(version, known)
    }
    return known
  }

  /** Guids as they are here. */
  guidOf(side: MergeSide): GuidOf {
    if (side === this.#ours) return (table, id) => side.guidOf(table, id)
    return (table, id) => {
      const guid = side.guidOf(table, id)
      return guid === null ? null : (this.#twins.get(rowKey(table, guid)) ?? guid)
    }
  }

  /** A row there that is called otherwise here. */
  addTwin(table: RowTable, there: string, here: string): void {
    this.#twins.set(rowKey(table, there), here)
    this.#twinsBack.set(rowKey(table, here), there)
  }
}
