import { setImmediate } from 'node:timers/promises'
import type { UndoLog } from '../database/undo-log.ts'
import { fail } from '../errors.ts'
import { isSoundRow } from './foreign-rows.ts'
import { proposalKey, rowKey, type MergeClash, type MergeStep, type MergeText } from './merge-plan.ts'
import type { MergeSide } from './merge-side.ts'
import {
  isPlaced,
  isSamePlace,
  mergeKindOf,
  ownedThrough,
  ROW_TABLES,
  wholeOf,
  type Place,
  type RowTable,
} from './merge-tables.ts'
import { twinOf } from './merge-twins.ts'
import { readNewDocument, type NewDocument } from './new-documents.ts'
import type { MergedTexts } from './plan-texts.ts'
import { contentKey, portableRow, type GuidOf, type PortableRow } from './portable-row.ts'
import { mapReferences, type Row } from './references.ts'
import type { ReturnedCoders } from './returned-coders.ts'
import { rowHistory, type RowHistory, type Version } from './row-history.ts'
import { judgeRow, type RowVerdict } from './row-verdict.ts'
import type { KnownConflicts } from './stored-conflict.ts'

export interface JudgedRows {
  readonly steps: readonly MergeStep[]
  readonly clashes: readonly MergeClash[]
  /** Guids there of rows that are called otherwise here, by `rowKey`. */
  readonly twins: ReadonlyMap<string, string>
  /** Transcripts that are there only, by guid. */
  readonly documents: ReadonlyMap<string, NewDocument>
  /** Changes there of other coders' rows. */
  readonly others: number
}

export interface RowJudging {
  readonly ours: MergeSide
  readonly theirs: MergeSide
  readonly fileName: string
  readonly coders: ReturnedCoders
  readonly mergedTexts: MergedTexts
  readonly texts: readonly MergeText[]
  readonly known: KnownConflicts
  readonly undoLog: UndoLog
}

const CHUNK = 500
/** In the place of an id: nothing here has it. */
const NOWHERE = -1

/** Every row that the other file's log knows, judged by `judgeRow`. `tick` is called now and then, and may throw. */
export async function judgeRows(judging: RowJudging, tick: (done: number, total: number) => void): Promise<JudgedRows> {
  const judge = new RowJudge(judging)
  const touched = ROW_TABLES.map((table) => [table, judging.theirs.logged(table)] as const)
  const total = touched.reduce((sum, [, guids]) => sum + guids.length, 0)
  let done = 0
  judge.introduceCoders()
  for (const [table, guids] of touched) {
    // Deletions first: what is free again may be taken by a row that means the same.
    judging.theirs.preload(table)
    const byPresence = Map.groupBy(guids, (guid) => judge.isThere(table, guid))
    for (const guid of [...(byPresence.get(false) ?? []), ...(byPresence.get(true) ?? [])]) {
      judge.judge(table, guid)
      if (++done % CHUNK > 0) continue
      tick(done, total)
      await setImmediate()
    }
  }
  return judge.judged()
}

class RowJudge {
  readonly #judging: RowJudging
  readonly #targets = new Map<string, string>()
  readonly #steps: MergeStep[] = []
  readonly #clashes = new Map<string, MergeClash>()
  readonly #twins = new Map<string, string>()
  readonly #twinsBack = new Map<string, string>()
  readonly #removals: ReadonlySet<number>
  readonly #deleted = new Set<string>()
  readonly #portable = new WeakMap<Version, { readonly portable: PortableRow; readonly key: string }>()
  readonly #documents = new Map<string, NewDocument>()
  #others = 0

  constructor(judging: RowJudging) {
    this.#judging = judging
    this.#removals = judging.theirs.documentRemovals()
    for (const [there, here] of judging.coders.twins) this.#addTwin('coder', there, here)
    for (const { document, theirs, isAccepted } of judging.texts) if (isAccepted) this.#targets.set(document, theirs)
  }

  judged(): JudgedRows {
    return {
      steps: this.#steps,
      clashes: [...this.#clashes.values()],
      twins: this.#twins,
      documents: this.#documents,
      others: this.#others,
    }
  }

  isThere(table: RowTable, guid: string): boolean {
    return this.#judging.theirs.idOf(table, guid) !== undefined
  }

  /** Who the file was handed to may be new here: where a copy was handed out of a copy. */
  introduceCoders(): void {
    const { ours, theirs, coders } = this.#judging
    for (const id of coders.ids) {
      const row = theirs.rowById('coder', id)
      const guid = row === undefined ? null : this.#guidOf(theirs)('coder', id)
      if (row === undefined || guid === null || ours.idOf('coder', guid) !== undefined) continue
      this.#refuseUnsound('coder', row)
      const { portable } = this.#theirs('coder', { row, places: new Map() })
      const step = { kind: 'insert', table: 'coder', guid, theirs: portable, place: null, document: null } as const
      this.#steps.push({ ...step, isLost: false, proposal: null, isNeeded: true })
    }
  }

  judge(table: RowTable, there: string): void {
    const { ours, theirs: other } = this.#judging
    const theirs = rowHistory(other, table, there)
    const row = theirs.current?.row ?? theirs.versions[0]?.row
    if (row === undefined) return
    const guid = theirs.current === null ? there : this.#guidHere(table, there, row)
    const history = rowHistory(ours, table, guid)
    const verdict = judgeRow({
      theirs,
      ours: history,
      isSame: (one, version) => this.#isSame(table, one, version),
      wasMergedAway: this.#wasMergedAway(history),
    })
    if (verdict === 'nothing' || this.#wentWithItsDocument(theirs)) return
    if (mergeKindOf(table) === 'own' && !this.#isOwn(table, row, history)) this.#others++
    else this.#take(table, guid, theirs, history, this.#settled(table, theirs, history, verdict))
  }

  /** A transcript that was taken out of the copy takes its work with it there, not here. */
  #wentWithItsDocument({ current, deletedBy }: RowHistory): boolean {
    return current === null && deletedBy !== null && this.#removals.has(deletedBy)
  }

  /** How far somebody is has no two sides: what was said last holds. */
  #settled(table: RowTable, theirs: RowHistory, ours: RowHistory, verdict: RowVerdict): RowVerdict {
    if (table !== 'assignment' || verdict !== 'conflict') return verdict
    const at = ({ current }: RowHistory): number => Number(current?.row['at'] ?? 0)
    return at(theirs) > at(ours) ? 'update' : 'nothing'
  }

  #take(table: RowTable, guid: string, theirs: RowHistory, ours: RowHistory, verdict: RowVerdict): void {
    if (verdict === 'nothing') return
    const kind = mergeKindOf(table)
    const { current } = theirs
    // Whoever works in the copy has been introduced; people never change or go by a bring-back.
    if (table === 'coder') return
    if (kind === 'needed' && verdict === 'delete') return
    if (current === null) {
      const here = ours.current?.row
      if (here === undefined) return
      if (verdict === 'conflict') this.#clash(table, guid, null, this.#documentOf(ours.current))
      else {
        this.#deleted.add(rowKey(table, guid))
        this.#steps.push({
          ...this.#stepOf(table, guid, here, this.#judging.ours),
          kind: 'delete',
          theirs: null,
          place: null,
          isLost: false,
          document: this.#documentOf(ours.current),
        })
      }
      return
    }
    this.#refuseUnsound(table, current.row)
    if (table === 'document' && verdict === 'insert') this.#introduceDocument(guid)
    const document = this.#documentThere(current.row)
    if (verdict === 'conflict') {
      this.#clash(table, guid, current, document)
      return
    }
    const place = this.#placeIn(table, current, document, this.#target(document))
    const from = [...current.places.values()][0] ?? null
    this.#steps.push({
      ...this.#stepOf(table, guid, current.row, this.#judging.theirs),
      kind: verdict === 'insert' ? 'insert' : 'update',
      theirs: this.#theirs(table, current).portable,
      place,
      isLost: isPlaced(table) && from !== null && from[0] < from[1] && place !== null && place[0] === place[1],
      document,
    })
  }

  #introduceDocument(guid: string): void {
    const { theirs, fileName } = this.#judging
    const document = readNewDocument(theirs, guid) ?? fail('merge_unsound', { file: fileName, table: 'document' })
    this.#documents.set(guid, document)
  }

  #stepOf(
    table: RowTable,
    guid: string,
    row: Row,
    side: MergeSide,
  ): Pick<MergeStep, 'table' | 'guid' | 'proposal' | 'isNeeded'> {
    const kind = mergeKindOf(table)
    const isNew = kind === 'needed' && this.#judging.ours.idOf(table, guid) === undefined
    if (kind === 'own' || isNew) return { table, guid, proposal: null, isNeeded: isNew }
    const whole = wholeOf(table, row)
    const owner = whole === null ? null : this.#guidOf(side)(whole.table, whole.id)
    const proposal = whole === null || owner === null ? proposalKey(table, guid) : proposalKey(whole.table, owner)
    return { table, guid, proposal, isNeeded: false }
  }

  #clash(table: RowTable, guid: string, version: Version | null, document: string | null): void {
    const { ours, known } = this.#judging
    const revision = isPlaced(table) && document !== null ? (ours.revisionOf(document) ?? null) : null
    const target = this.#target(document)
    const theirs = version === null ? null : this.#theirs(table, version).portable
    const places = version === null ? new Map<string, Place>() : this.#places(table, version, document, target)
    this.#clashes.set(rowKey(table, guid), {
      table,
      guid,
      theirs,
      place: target === undefined ? null : (places.get(target) ?? null),
      revision: revision === null ? null : (target ?? revision),
      document,
      isKnown: known.hasRow(table, guid, theirs, places),
    })
  }

  #isSame(table: RowTable, theirs: Version, ours: Version): boolean {
    if (this.#theirs(table, theirs).key !== this.#ours(table, ours).key) return false
    if (!isPlaced(table)) return true
    const document = this.#documentThere(theirs.row)
    const target = this.#target(document)
    const places = this.#places(table, theirs, document, this.#revisionHere(document))
    // In the very revision of theirs, both have to stand on the same words.
    if (target !== undefined && target !== this.#revisionHere(document) && theirs.places.has(target))
      return isSamePlace(theirs.places.get(target), this.#placeIn(table, ours, document, target))
    return [...ours.places].some(
      ([revision, place]) => places.has(revision) && isSamePlace(places.get(revision), place),
    )
  }

  /** Where a version stands in each revision that it lived through, and on the way from the last of them to `to`. */
  #places(
    table: RowTable,
    version: Version,
    document: string | null,
    to: string | undefined,
  ): ReadonlyMap<string, Place> {
    const [last] = version.places
    if (last === undefined || !isPlaced(table) || document === null || to === undefined) return version.places
    const [revision, place] = last
    if (revision === to) return version.places
    return new Map([
      ...this.#judging.mergedTexts.of(document).placesAlong(table, place, revision, to),
      ...version.places,
    ])
  }

  #placeIn(table: RowTable, version: Version, document: string | null, revision: string | undefined): Place {
    return revision === undefined ? null : (this.#places(table, version, document, revision).get(revision) ?? null)
  }

  /** The revision that the text here will have. */
  #target(document: string | null): string | undefined {
    if (document === null) return undefined
    return this.#targets.get(document) ?? this.#revisionHere(document) ?? this.#judging.theirs.revisionOf(document)
  }

  #revisionHere(document: string | null): string | undefined {
    return document === null ? undefined : this.#judging.ours.revisionOf(document)
  }

  #documentThere(row: Row): string | null {
    const id = row['document_id']
    return typeof id === 'number' ? this.#guidOf(this.#judging.theirs)('document', id) : null
  }

  #documentOf(version: Version | null): string | null {
    const id = version?.row['document_id']
    return typeof id === 'number' ? this.#judging.ours.guidOf('document', id) : null
  }

  #theirs(table: RowTable, version: Version): { readonly portable: PortableRow; readonly key: string } {
    return this.#asPortable(table, version, this.#judging.theirs, this.#guidOf(this.#judging.theirs))
  }

  /** What a memo mentions and was not handed out is plain words there. */
  #ours(table: RowTable, version: Version): { readonly portable: PortableRow; readonly key: string } {
    const { ours, theirs } = this.#judging
    return this.#asPortable(table, version, ours, this.#guidOf(ours), (target, id) => {
      const guid = ours.guidOf(target, id)
      if (guid === null) return null
      return theirs.knows(target, this.#twinsBack.get(rowKey(target, guid)) ?? guid) ? guid : null
    })
  }

  #asPortable(
    table: RowTable,
    version: Version,
    side: MergeSide,
    guidOf: GuidOf,
    mentioned: GuidOf = guidOf,
  ): { readonly portable: PortableRow; readonly key: string } {
    let known = this.#portable.get(version)
    if (known === undefined) {
      const portable = portableRow(side.references[table], table, version.row, guidOf, mentioned)
      known = { portable, key: contentKey(table, portable) }
      this.#portable.set(version, known)
    }
    return known
  }

  /** Guids as they are here. */
  #guidOf(side: MergeSide): GuidOf {
    if (side === this.#judging.ours) return (table, id) => side.guidOf(table, id)
    return (table, id) => {
      const guid = side.guidOf(table, id)
      return guid === null ? null : (this.#twins.get(rowKey(table, guid)) ?? guid)
    }
  }

  /** The guid of the row here that is, or means the same as, one that is there. */
  #guidHere(table: RowTable, there: string, row: Row): string {
    const { ours, theirs } = this.#judging
    const known = this.#twins.get(rowKey(table, there))
    if (known !== undefined || ours.idOf(table, there) !== undefined) return known ?? there
    const here = mapReferences(theirs.references[table], row, (parent, id) => {
      const guid = this.#guidOf(theirs)(parent, Number(id))
      return (guid === null ? undefined : ours.idOf(parent, guid)) ?? NOWHERE
    })
    const twin = twinOf(ours.db, table, here)
    if (twin === undefined || theirs.idOf(table, twin) !== undefined || this.#deleted.has(rowKey(table, twin)))
      return there
    this.#addTwin(table, there, twin)
    // They removed it and made it again: that is a change.
    this.#clashes.delete(rowKey(table, twin))
    return twin
  }

  #addTwin(table: RowTable, there: string, here: string): void {
    this.#twins.set(rowKey(table, there), here)
    this.#twinsBack.set(rowKey(table, here), there)
  }

  #isOwn(table: RowTable, row: Row, ours: RowHistory): boolean {
    const { theirs, ours: side, coders } = this.#judging
    const owner = ownerOf(theirs, table, row)
    if (owner === null || !coders.ids.has(owner)) return false
    const here = ours.current === null ? null : ownerOf(side, table, ours.current.row)
    return here === null || coders.guids.has(side.guidOf('coder', here) ?? '')
  }

  #wasMergedAway({ deletedBy }: RowHistory): boolean {
    if (deletedBy === null) return false
    const { ours, undoLog } = this.#judging
    const root = undoLog.rootOf(deletedBy)
    return ours.db.pluck<string>('SELECT name FROM operation WHERE id = ?', root) === 'merge.apply'
  }

  #refuseUnsound(table: RowTable, row: Row): void {
    if (!isSoundRow(table, row) || (isPlaced(table) && !this.#isWithin(row)))
      fail('merge_unsound', { file: this.#judging.fileName, table })
  }

  /** Whether a row lies within its text, and that is the text that it is here. */
  #isWithin(row: Row): boolean {
    const { ours, theirs, mergedTexts } = this.#judging
    const length = theirs.textLength(Number(row['document_id']))
    const document = this.#documentThere(row)
    if (document !== null && ours.idOf('document', document) !== undefined) mergedTexts.of(document)
    return length !== undefined && (typeof row['end'] !== 'number' || row['end'] <= length)
  }
}

/** Id of the coder whose row it is; of rows that are gone, by the log. */
function ownerOf(side: MergeSide, table: RowTable, row: Row): number | null {
  const through = ownedThrough(table)
  if (through === undefined) return typeof row['coder_id'] === 'number' ? row['coder_id'] : null
  const owner = side.rowById(through.parent, Number(row[through.column]))
  return typeof owner?.['coder_id'] === 'number' ? owner['coder_id'] : null
}
