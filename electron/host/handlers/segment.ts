import type { SegmentRow } from '../../../shared/contract/segment.ts'
import type { TurnRow } from '../../../shared/contract/document.ts'
import { firstIndex } from '../../../shared/text/offsets.ts'
import { contextOf } from '../../../shared/text/quote.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import type { HandlersOf, QueryContext } from '../context.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { speakersOf, turnsOf, type SpeakerFacts } from '../index/turns.ts'
import { roleOf } from '../index/role-of.ts'
import { documentsInVersion } from '../index/versions.ts'
import { branchIds } from '../code-rows.ts'
import { surroundings } from '../surroundings.ts'
import { codingRowsById } from './coding-rows.ts'

export const segmentHandlers: HandlersOf<'segment'> = {
  'segment.list': (context, { filter, offset, limit }) => {
    const { db, study } = context
    const codes = filter.codeIds.length === 0 ? null : new Set(filter.codeIds.flatMap((id) => branchIds(db, id)))
    const found: number[] = []
    const documentOf = new Map<number, number>()
    const leftOut: DocumentFacts[] = []
    for (const document of documentsInVersion(study.index.documents.values(), filter.version)) {
      if (filter.documentIds.length > 0 && !filter.documentIds.includes(document.id)) continue
      if (filter.villageIds.length > 0 && !filter.villageIds.includes(document.villageId)) continue
      const coder = study.index.layerCoder(filter.layer, document)
      if (coder.kind === 'undecided') leftOut.push(document)
      if (coder.kind !== 'coder') continue
      const { ids, codeIds, starts, ends } = study.index.codings.of(document.id, coder.coderId)
      for (let index = 0; index < ids.length; index++) {
        if (codes !== null && !codes.has(codeIds[index]!)) continue
        if (filter.roles.length > 0 && !isSaidBy(context, document, span(starts[index]!, ends[index]!), filter.roles))
          continue
        found.push(ids[index]!)
        documentOf.set(ids[index]!, document.id)
      }
    }
    const matching = filter.polarity.length === 0 ? found : withPolarity(context, found, filter.polarity)
    return {
      total: matching.length,
      documents: new Set(matching.map((id) => documentOf.get(id))).size,
      leftOut: leftOut.map(({ id, name }) => ({ id, name })),
      segments: segmentRows(context, matching.slice(offset, offset + limit)),
    }
  },

  'segment.surroundings': ({ db, study }, stretch) => surroundings(db, study.index, stretch),

  'segment.evidence': (context, { codingIds, stretches, offset, limit }) => {
    const { db, study } = context
    const present = db.pluckAll<number>(
      'SELECT id FROM coding WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(codingIds),
    )
    const order = new Map([...study.index.documents.keys()].map((id, index) => [id, index]))
    const sorted = codingRowsById(db, present).toSorted(
      (a, b) => (order.get(a.documentId) ?? 0) - (order.get(b.documentId) ?? 0) || a.start - b.start || b.end - a.end,
    )
    return {
      total: sorted.length,
      segments: segmentRows(
        context,
        sorted.slice(offset, offset + limit).map((row) => row.id),
      ),
      stretches: stretches.flatMap((stretch) => {
        const document = study.index.documents.get(stretch.documentId)
        if (document === undefined) return []
        const text = study.index.texts.of(document.id)
        return [
          {
            ...stretch,
            document: document.name,
            village: document.village,
            wave: document.wave,
            turnRef: turnAt(turnsOf(db, document.id), stretch.start)?.ref ?? null,
            text: text.slice(stretch.start, stretch.end),
          },
        ]
      }),
    }
  },
}

/** Codings with their words and whose they are, in the order of `ids`; unknown ids are passed over. */
export function segmentRows({ db, study }: QueryContext, ids: readonly number[]): SegmentRow[] {
  const rows = new Map(codingRowsById(db, ids).map((row) => [row.id, row]))
  const voices = new Map<number, { turns: TurnRow[]; speakers: Map<number, SpeakerFacts> }>()
  const voicesOf = (documentId: number) => {
    let known = voices.get(documentId)
    if (known === undefined) {
      const speakers = new Map(speakersOf(db, documentId).map((speaker) => [speaker.id, speaker]))
      known = { turns: turnsOf(db, documentId), speakers }
      voices.set(documentId, known)
    }
    return known
  }
  return ids.flatMap((id) => {
    const coding = rows.get(id)
    const document = coding === undefined ? undefined : study.index.documents.get(coding.documentId)
    if (coding === undefined || document === undefined) return []
    const { turns, speakers } = voicesOf(document.id)
    const turn = turnAt(turns, coding.start)
    const speaker = turn?.speakerId == null ? undefined : speakers.get(turn.speakerId)
    const text = study.index.texts.of(document.id)
    const { prefix, suffix } = contextOf(text, coding)
    return [
      {
        coding,
        document: document.name,
        village: document.village,
        wave: document.wave,
        turnRef: turn?.ref ?? null,
        speaker: speaker?.caseName ?? speaker?.label ?? null,
        role: speaker?.role ?? null,
        before: prefix,
        quote: text.slice(coding.start, coding.end),
        after: suffix,
      },
    ]
  })
}

/** The turn that holds the offset, else the first one behind it; turns are in order. */
export function turnAt<T extends { readonly start: number; readonly end: number }>(
  turns: readonly T[],
  offset: number,
): T | undefined {
  return turns[firstIndex(turns.length, (index) => turns[index]!.end > offset)]
}

function isSaidBy({ study }: QueryContext, document: DocumentFacts, passage: Span, roles: readonly string[]): boolean {
  const speech = study.index.speechOf(document)
  return speech.partsOf(passage).some(({ respondent }) => {
    const role = roleOf(speech, document, respondent)
    return role !== null && roles.includes(role)
  })
}

function withPolarity({ db }: QueryContext, ids: readonly number[], polarity: readonly string[]): number[] {
  const kept = new Set(
    db.pluckAll<number>(
      `SELECT id FROM coding WHERE id IN (SELECT value FROM json_each(?)) AND polarity IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
      JSON.stringify(polarity),
    ),
  )
  return ids.filter((id) => kept.has(id))
}
