import { setImmediate } from 'node:timers/promises'
import type { UndoLog } from '../database/undo-log.ts'
import { fail } from '../errors.ts'
import { isSoundRow } from './foreign-rows.ts'
import { proposalKey, rowKey, type MergeClash, type MergeStep, type MergeText } from './merge-plan.ts'
import type { MergeSide } from './merge-side.ts'
import {
  isPlaced,
  mergeKindOf,
  ownedThrough,
  partsOf,
  ROW_TABLES,
  wholeOf,
  type Place,
  type RowTable,
} from './merge-tables.ts'
import { twinOf } from './merge-twins.ts'
import { readNewDocument, type NewDocument } from './new-documents.ts'
import type { MergedTexts } from './plan-texts.ts'
import { mapReferences, type Row } from './references.ts'
import type { ReturnedCoders } from './returned-coders.ts'
import { rowHistory, type RowHistory, type Version } from './row-history.ts'
import { RowVersions } from './row-versions.ts'
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
  judge.completeWholes()
  return judge.judged()
}

class RowJudge {
  readonly #judging: RowJudging
  readonly #versions: RowVersions
  readonly #steps: MergeStep[] = []
  readonly #clashes = new Map<string, MergeClash>()
  readonly #removals: ReadonlySet<number>
  readonly #deleted = new Set<string>()
  readonly #documents = new Map<string, NewDocument>()
  #others = 0

  constructor(judging: RowJudging) {
    this.#judging = judging
    this.#versions = new RowVersions(judging.ours, judging.theirs, judging.mergedTexts, judging.texts)
    this.#removals = judging.theirs.documentRemovals()
    for (const [there, here] of judging.coders.twins) this.#versions.addTwin('coder', there, here)
  }

  judged(): JudgedRows {
    return {
      steps: this.#steps,
      clashes: [...this.#clashes.values()],
      twins: this.#versions.twins,
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
      const guid = row === undefined ? null : this.#versions.guidOf(theirs)('coder', id)
      if (row === undefined || guid === null || ours.idOf('coder', guid) !== undefined) continue
      this.#refuseUnsound('coder', row)
      const { portable } = this.#versions.theirs('coder', { row, places: new Map() })
      const step = { kind: 'insert', table: 'coder', guid, theirs: portable, place: null, document: null } as const
      this.#steps.push({ ...step, isLost: false, proposal: null, isNeeded: true })
    }
  }

  /** What comes again after it was deleted here comes with its parts, also with those that nobody touched there. */
  completeWholes(): void {
    const { ours, theirs } = this.#judging
    const coming = new Set(this.#steps.map((step) => rowKey(step.table, step.guid)))
    for (const whole of [...this.#steps]) {
      if (whole.kind !== 'insert') continue
      for (const part of partsOf(whole.table))
        for (const guid of theirs.db.pluckAll<string>(
          `SELECT guid FROM ${part.table} WHERE "${part.column}" = ? ORDER BY id`,
          theirs.idOf(whole.table, whole.guid) ?? NOWHERE,
        )) {
          const { current } = rowHistory(theirs, part.table, guid)
          if (current === null) continue
          const here = this.#guidHere(part.table, guid, current.row)
          if (!coming.has(rowKey(part.table, here)) && ours.idOf(part.table, here) === undefined)
            this.#come('insert', part.table, here, current)
        }
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
      isSame: (one, version) => this.#versions.isSame(table, one, version),
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
      if (verdict === 'conflict') this.#clash(table, guid, null, this.#versions.documentHere(ours.current))
      else {
        this.#deleted.add(rowKey(table, guid))
        this.#steps.push({
          ...this.#stepOf(table, guid, here, this.#judging.ours),
          kind: 'delete',
          theirs: null,
          place: null,
          isLost: false,
          document: this.#versions.documentHere(ours.current),
        })
      }
      return
    }
    if (verdict !== 'conflict') this.#come(verdict === 'insert' ? 'insert' : 'update', table, guid, current)
    else {
      this.#refuseUnsound(table, current.row)
      this.#clash(table, guid, current, this.#versions.documentThere(current.row))
    }
  }

  /** A row as it is there now. */
  #come(kind: 'insert' | 'update', table: RowTable, guid: string, current: Version): void {
    this.#refuseUnsound(table, current.row)
    if (table === 'document' && kind === 'insert') this.#introduceDocument(guid)
    const document = this.#versions.documentThere(current.row)
    const place = this.#versions.placeIn(table, current, document, this.#versions.target(document))
    const from = [...current.places.values()][0] ?? null
    this.#steps.push({
      ...this.#stepOf(table, guid, current.row, this.#judging.theirs),
      kind,
      theirs: this.#versions.theirs(table, current).portable,
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
    const owner = whole === null ? null : this.#versions.guidOf(side)(whole.table, whole.id)
    const proposal = whole === null || owner === null ? proposalKey(table, guid) : proposalKey(whole.table, owner)
    return { table, guid, proposal, isNeeded: false }
  }

  #clash(table: RowTable, guid: string, version: Version | null, document: string | null): void {
    const { ours, known } = this.#judging
    const revision = isPlaced(table) && document !== null ? (ours.revisionOf(document) ?? null) : null
    const target = this.#versions.target(document)
    const theirs = version === null ? null : this.#versions.theirs(table, version).portable
    const places = version === null ? new Map<string, Place>() : this.#versions.places(table, version, document, target)
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

  /** The guid of the row here that is, or means the same as, one that is there. */
  #guidHere(table: RowTable, there: string, row: Row): string {
    const { ours, theirs } = this.#judging
    const known = this.#versions.twins.get(rowKey(table, there))
    if (known !== undefined || ours.idOf(table, there) !== undefined) return known ?? there
    const here = mapReferences(theirs.references[table], row, (parent, id) => {
      const guid = this.#versions.guidOf(theirs)(parent, Number(id))
      return (guid === null ? undefined : ours.idOf(parent, guid)) ?? NOWHERE
    })
    const twin = twinOf(ours.db, table, here)
    if (twin === undefined || theirs.idOf(table, twin) !== undefined || this.#deleted.has(rowKey(table, twin)))
      return there
    this.#versions.addTwin(table, there, twin)
    // They removed it and made it again: that is a change.
    this.#clashes.delete(rowKey(table, twin))
    return twin
  }

  #isOwn(table: RowTable, row: Row, ours: RowHistory): boolean {
    const { theirs, ours: side, coders } = this.#judging
    const owner = ownerOf(theirs, table, row)
    if (owner === null || !coders.ids.has(owner)) return false
    const here = ours.current === null ? this.#ownerOfWhole(table, row) : ownerOf(side, table, ours.current.row)
    return here === null || coders.guids.has(side.guidOf('coder', here) ?? '')
  }

  /** Whose row it is here that a new part belongs to: what their file says of it does not count. */
  #ownerOfWhole(table: RowTable, row: Row): number | null {
    const { ours, theirs } = this.#judging
    const through = ownedThrough(table)
    const guid =
      through === undefined ? null : this.#versions.guidOf(theirs)(through.parent, Number(row[through.column]))
    const whole = through === undefined || guid === null ? undefined : ours.row(through.parent, guid)
    return typeof whole?.['coder_id'] === 'number' ? whole['coder_id'] : null
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
    const document = this.#versions.documentThere(row)
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
