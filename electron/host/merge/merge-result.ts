import { ROWS_TOLD } from '../../../shared/contract/merge.ts'
import type {
  MergeConflict,
  MergeProposal,
  MergeResult,
  MergedRow,
  MergedField,
  MergedTable,
} from '../../../shared/contract/merge.ts'
import { nameOfRow } from '../database/names.ts'
import type { LoggedTable } from '../database/schema.ts'
import { proposalKey, rowKey, type MergeClash, type MergeStep, type MergeText } from './merge-plan.ts'
import type { MergeSide } from './merge-side.ts'
import type { MergeSight } from './merge-sight.ts'
import { isPlaced, type Place, type RowTable } from './merge-tables.ts'
import { fieldsOf, fieldsOfText, nameInWords, placeOfText, type Wording } from './merge-words.ts'
import type { MergePlan } from './plan-merge.ts'
import { placeInStudy, wordedRow } from './worded-row.ts'

const SHOWN_FIELDS = 100
const SHOWN_QUOTE = 200

/** A plan in words. To be asked before the plan is carried out. */
export function mergeResult(plan: MergePlan, sight: MergeSight): MergeResult {
  return new ResultWords(plan, sight).result()
}

/** Clashes that no earlier bring-back has listed. */
export function newClashes({ judged, settled, known, ours }: MergePlan): MergeClash[] {
  const inUse = settled.inUse.map(({ table, guid, document }): MergeClash => ({
    table,
    guid,
    theirs: null,
    place: null,
    revision: null,
    document,
    isKnown: known.hasRow(table, guid, null, new Map()),
  }))
  return [...judged.clashes, ...inUse].filter(
    ({ isKnown, table, guid }) => !isKnown && ours.idOf(table, guid) !== undefined,
  )
}

export function newTextClashes({ texts }: MergePlan): MergeText[] {
  return texts.filter(({ isClash, isKnown }) => isClash && !isKnown)
}

class ResultWords {
  readonly #plan: MergePlan
  readonly #sight: MergeSight
  readonly #twinsBack: ReadonlyMap<string, string>

  constructor(plan: MergePlan, sight: MergeSight) {
    this.#plan = plan
    this.#sight = sight
    this.#twinsBack = new Map(
      [...plan.judged.twins].map(([there, here]) => {
        const [table = '', guid = ''] = there.split(' ')
        return [rowKey(table, here), guid]
      }),
    )
  }

  result(): MergeResult {
    const { returned, coders, judged, settled, known } = this.#plan
    const clashes = newClashes(this.#plan)
    const texts = newTextClashes(this.#plan)
    const listed = [...judged.clashes, ...this.#plan.texts].filter(({ isKnown }) => isKnown).length
    const inUseKnown = settled.inUse.filter(({ table, guid }) => known.hasRow(table, guid, null, new Map())).length
    return {
      fileName: returned.fileName,
      coders: [...coders.names],
      handedOutAt: returned.handedOutAt,
      counts: this.#counts(),
      rows: this.#rows(),
      documents: this.#documents(),
      proposals: this.#proposals(),
      conflicts: [...clashes.map((clash) => this.#conflict(clash)), ...texts.map((text) => this.#textConflict(text))],
      known: listed + inUseKnown,
      missing: this.#missing(),
      lost: settled.steps.filter(({ isLost }) => isLost).length,
      others: judged.others,
    }
  }

  #counts(): MergeResult['counts'] {
    const counts = new Map<MergedTable, MergeResult['counts'][number]>()
    const countOf = (table: MergedTable) => {
      const count = counts.get(table) ?? { table, added: 0, changed: 0, removed: 0 }
      counts.set(table, count)
      return count
    }
    for (const { isAccepted } of this.#plan.texts) if (isAccepted) countOf('text').changed++
    for (const { table, kind } of this.#plan.settled.steps) countOf(table)[changeOf(kind)]++
    return [...counts.values()]
  }

  #rows(): MergedRow[] {
    const groups = Map.groupBy(this.#plan.settled.steps, ({ table, kind }) => `${table} ${kind}`)
    return [...groups.values()].flatMap((steps) =>
      steps
        .filter((step) => this.#sight.shows(step))
        .map((step) => ({ step, place: this.#placeOf(step), documentId: this.#documentId(step.document) }))
        .sort((a, b) => (a.documentId ?? 0) - (b.documentId ?? 0) || (a.place?.[0] ?? 0) - (b.place?.[0] ?? 0))
        .slice(0, ROWS_TOLD)
        .map(({ step, place }) => this.#row(step, place)),
    )
  }

  #row({ table, kind, guid, theirs, document }: MergeStep, place: Place): MergedRow {
    const worded =
      theirs === null
        ? wordedRow(this.#plan.ours, table, guid)
        : { row: theirs, quote: this.#quoteIn(table, document, place) }
    const name = this.#nameOf(table, guid)
    return {
      table,
      change: changeOf(kind),
      name: worded === null ? name : nameInWords(table, name, worded),
      ...this.#where(document, place),
      quote: worded?.quote?.slice(0, SHOWN_QUOTE) ?? null,
    }
  }

  /** Where it goes, or of what goes where it is. */
  #placeOf({ table, guid, theirs, place }: MergeStep): Place {
    return theirs === null ? placeInStudy(this.#plan.ours, table, guid) : place
  }

  #documentId(document: string | null): number | null {
    return document === null ? null : (this.#plan.ours.idOf('document', document) ?? null)
  }

  #where(document: string | null, place: Place): Pick<MergedRow, 'documentId' | 'document' | 'start' | 'end'> {
    const [start, end] = place ?? [null, null]
    return {
      documentId: this.#documentId(document),
      document: document === null ? null : this.#nameOf('document', document),
      start,
      end,
    }
  }

  #documents(): MergeResult['documents'] {
    const { ours, settled } = this.#plan
    const documents = new Map<string, MergeResult['documents'][number]>()
    for (const { table, kind, document, theirs } of settled.steps) {
      if (document === null || (table !== 'coding' && table !== 'episode' && table !== 'assignment')) continue
      const id = ours.idOf('document', document)
      if (id === undefined) continue
      const row = documents.get(document) ?? {
        id,
        name: this.#nameOf('document', document),
        added: 0,
        changed: 0,
        removed: 0,
        state: null,
      }
      documents.set(document, row)
      if (table !== 'assignment') row[changeOf(kind)]++
      else if (theirs !== null) row.state = theirs.values['state'] as typeof row.state
    }
    return [...documents.values()].sort((a, b) => a.id - b.id)
  }

  #proposals(): MergeProposal[] {
    const { judged, texts, obstacles, isAccepted } = this.#plan
    const waiting = this.#waiting()
    const groups = Map.groupBy(
      judged.steps.filter(({ proposal }) => proposal !== null),
      ({ proposal }) => String(proposal),
    )
    const rows = [...groups].map(([key, steps]): MergeProposal => {
      const main = steps.find(({ table, guid }) => proposalKey(table, guid) === key)
      const [first] = steps
      const [table, guid] = split(key)
      const document = main?.document ?? (table === 'document' ? null : (first?.document ?? null))
      return {
        key,
        table,
        change: main === undefined ? 'changed' : changeOf(main.kind),
        name: this.#nameOf(table as LoggedTable, guid),
        document: document === null ? null : this.#nameOf('document', document),
        fields: steps.flatMap((step) => this.#fieldsOfStep(step)).slice(0, SHOWN_FIELDS),
        splices: 0,
        rows: steps.length - (main === undefined ? 0 : 1),
        waiting: waiting.get(key) ?? 0,
        blocked: obstacles.get(key) ?? null,
        accepted: isAccepted(key),
      }
    })
    const corrected = texts
      .filter(({ isClash }) => !isClash)
      .map(({ document, before, splices, isAccepted: accepted }): MergeProposal => {
        const key = proposalKey('text', document)
        return {
          key,
          table: 'text',
          change: 'changed',
          name: this.#nameOf('document', document),
          document: null,
          fields: fieldsOfText(before, splices),
          splices: splices.length,
          rows: 0,
          waiting: 0,
          blocked: obstacles.get(key) ?? null,
          accepted,
        }
      })
    return [...rows, ...corrected]
  }

  /** How many of the coder's own rows wait for each proposal. */
  #waiting(): ReadonlyMap<string, number> {
    const byRow = this.#stepsByRow()
    const waiting = new Map<string, number>()
    for (const { table, guid } of this.#plan.settled.waiting.values()) {
      const proposal = byRow.get(rowKey(table, guid))?.proposal
      if (proposal !== undefined && proposal !== null) waiting.set(proposal, (waiting.get(proposal) ?? 0) + 1)
    }
    return waiting
  }

  #missing(): MergeResult['missing'] {
    const byRow = this.#stepsByRow()
    const missing = new Map<string, MergeResult['missing'][number]>()
    for (const [step, { table, guid }] of this.#plan.settled.waiting) {
      const proposal = byRow.get(rowKey(table, guid))?.proposal
      if (proposal !== undefined && proposal !== null) continue
      const key = `${step.table} ${table} ${guid}`
      const row = missing.get(key) ?? {
        table: step.table,
        needs: table as MergedTable,
        name: this.#nameOf(table, guid),
        rows: 0,
      }
      missing.set(key, row)
      row.rows++
    }
    return [...missing.values()]
  }

  #stepsByRow(): ReadonlyMap<string, MergeStep> {
    return new Map(
      this.#plan.judged.steps
        .filter(({ kind }) => kind === 'insert')
        .map((step) => [rowKey(step.table, step.guid), step]),
    )
  }

  #conflict({ table, guid, theirs, place, document }: MergeClash): MergeConflict {
    const kind = theirs === null ? 'removed_there' : 'changed'
    if (!this.#sight.shows({ table, guid, document, theirs }))
      return { kind, table, name: '', ...this.#where(document, null), fields: [] }
    const ours = wordedRow(this.#plan.ours, table, guid)
    const there = theirs === null ? null : { row: theirs, quote: this.#quoteIn(table, document, place) }
    const name = this.#nameOf(table, guid)
    const words = ours ?? there
    return {
      kind,
      table,
      name: words === null ? name : nameInWords(table, name, words),
      ...this.#where(document, placeInStudy(this.#plan.ours, table, guid)),
      fields: fieldsOf(this.#wording(table), table, ours, there).slice(0, SHOWN_FIELDS),
    }
  }

  #textConflict({ document, before, splices }: MergeText): MergeConflict {
    const name = this.#nameOf('document', document)
    const where = this.#where(document, placeOfText(splices))
    return { kind: 'changed', table: 'text', name, ...where, fields: fieldsOfText(before, splices) }
  }

  #fieldsOfStep({ kind, table, guid, theirs, place, document }: MergeStep): MergedField[] {
    const ours = kind === 'insert' ? null : wordedRow(this.#plan.ours, table, guid)
    const there = theirs === null ? null : { row: theirs, quote: this.#quoteIn(table, document, place) }
    return fieldsOf(this.#wording(table), table, ours, there)
  }

  /** The words of a place in the text that the study will have. */
  #quoteIn(table: RowTable, document: string | null, place: readonly [number, number] | null): string | null {
    if (!isPlaced(table) || document === null || place === null) return null
    const { texts, ours, judged } = this.#plan
    const accepted = texts.find((text) => text.document === document && text.isAccepted)
    const revision = ours.revisionOf(document)
    const text =
      accepted?.after ?? (revision === undefined ? judged.documents.get(document)?.text : ours.textOf(revision))
    return text?.slice(...place) ?? null
  }

  #wording(table: RowTable): Wording {
    return { references: this.#plan.ours.references[table], nameOf: (parent, guid) => this.#nameOf(parent, guid) }
  }

  #nameOf(table: LoggedTable, guid: string): string {
    const { ours, theirs } = this.#plan
    const id = ours.idOf(table, guid)
    if (id !== undefined) return nameOfRow(ours.db, table, id)
    const there = this.#twinsBack.get(rowKey(table, guid)) ?? guid
    const idThere = idIn(theirs, table, there)
    return idThere === undefined ? '' : nameOfRow(theirs.db, table, idThere)
  }
}

function idIn(side: MergeSide, table: LoggedTable, guid: string): number | undefined {
  return side.idOf(table, guid) ?? side.deleted(table).get(guid)
}

function changeOf(kind: MergeStep['kind']): 'added' | 'changed' | 'removed' {
  return kind === 'insert' ? 'added' : kind === 'update' ? 'changed' : 'removed'
}

function split(key: string): [MergedTable, string] {
  const colon = key.indexOf(':')
  return [key.slice(0, colon) as MergedTable, key.slice(colon + 1)]
}
