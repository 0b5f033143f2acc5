import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import type { Bounds, CodedDocument, ValuedSpan } from '../../../shared/agreement/types.ts'
import type { QueryContext } from '../context.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import type { Study } from '../study.ts'
import type { CodeScheme } from './code-scheme.ts'
import { compactor, countedStretches, sentenceUnits, trimmed, type Voices } from './counted-text.ts'
import type { LeftOut, Selection, SharedDocument } from './selection.ts'

/** A coder's passage under the code they gave it. */
export interface CodedPassage extends ValuedSpan<number> {
  readonly codingId: number
}

/** A transcript as it is rated: `units` and passages are on one scale, the text's own or that of the text that counts. */
export interface RatedDocument extends SharedDocument {
  readonly units: readonly Bounds[]
  /** Characters that count. */
  readonly length: number
  /** Per coder, in reading order; null where a coder did not work on it. */
  readonly passages: readonly (readonly CodedPassage[] | null)[]
}

export interface Reading {
  readonly documents: readonly RatedDocument[]
  readonly leftOut: LeftOut
}

/** Reads the selected transcripts in the unit of analysis. */
export function readCoding(
  context: QueryContext,
  settings: AgreementSettings,
  selection: Selection,
  voices: Voices = settings.interviewers ? { kind: 'all' } : { kind: 'no_interviewers' },
): Reading {
  const { db, study } = context
  const unaffirmed =
    settings.polarity === 'any'
      ? new Set<number>()
      : new Set(db.pluckAll<number>(`SELECT id FROM coding WHERE polarity <> 'affirmed'`))
  const documents: RatedDocument[] = []
  const leftOut: LeftOut = []
  for (const shared of selection.documents) {
    const { document } = shared
    const stretches = countedStretches(study, document, voices)
    const leave = (reason: LeftOut[number]['reason']) => leftOut.push({ id: document.id, name: document.name, reason })
    if (stretches.length === 0) {
      leave('no_text')
      continue
    }
    const { length, at } = compactor(stretches)
    const units = unitsOf(context, settings, document, stretches, at)
    if (typeof units === 'string') {
      leave(units)
      continue
    }
    const place = placing(settings.unit, stretches, at)
    const passages = settings.coderIds.map((coderId, coder) =>
      shared.worked[coder] === true ? placed(passagesOf(study, document.id, coderId, unaffirmed), place) : null,
    )
    documents.push({ ...shared, units, length, passages })
  }
  return { documents, leftOut }
}

/** The same for coefficients per code: every passage in each of the rows in which it counts. */
export function inRows({ units, passages }: RatedDocument, scheme: CodeScheme): CodedDocument<number> {
  return {
    units,
    coders: passages.map((own) => {
      if (own === null) return null
      const spans: ValuedSpan<number>[] = []
      for (const { start, end, value } of own)
        for (const row of scheme.rowsOf(value)) spans.push({ start, end, value: row })
      return spans
    }),
  }
}

/** The same where codes are compared with each other: every passage in the row that it stands for. */
export function inOneRow({ units, passages }: RatedDocument, scheme: CodeScheme): CodedDocument<number> {
  return { units, coders: passages.map((own) => (own === null ? null : ownRows(own, scheme))) }
}

export function ownRows(passages: readonly CodedPassage[], scheme: CodeScheme): CodedPassage[] {
  const spans: CodedPassage[] = []
  for (const passage of passages) {
    const row = scheme.rowOf(passage.value)
    if (row !== null) spans.push({ ...passage, value: row })
  }
  return spans
}

type Place = (passage: CodedPassage) => CodedPassage | null

/**
 * Whole documents, episodes and the continuum are measured on the text that counts, put together: what an interviewer
 * says in between neither cuts a passage in two nor makes it longer. Spans are as the coder sees them.
 */
function placing(unit: AgreementSettings['unit'], stretches: readonly Bounds[], at: (offset: number) => number): Place {
  switch (unit) {
    case 'document':
    case 'episode':
    case 'continuum':
      return (passage) => {
        const start = at(passage.start)
        const end = at(passage.end)
        return start < end ? { ...passage, start, end } : null
      }
    case 'spans':
      return (passage) => trimmed(passage, stretches)
    default:
      return (passage) => passage
  }
}

function placed(passages: CodedPassage[], place: Place): CodedPassage[] {
  return passages.flatMap((passage) => place(passage) ?? [])
}

function passagesOf(
  { index }: Study,
  documentId: number,
  coderId: number,
  without: ReadonlySet<number>,
): CodedPassage[] {
  const { ids, starts, ends, codeIds } = index.codings.of(documentId, coderId)
  const passages: CodedPassage[] = []
  for (let at = 0; at < ids.length; at++) {
    if (without.has(ids[at]!)) continue
    passages.push({ codingId: ids[at]!, start: starts[at]!, end: ends[at]!, value: codeIds[at]! })
  }
  return passages
}

function unitsOf(
  { db, study }: QueryContext,
  settings: AgreementSettings,
  document: DocumentFacts,
  stretches: readonly Bounds[],
  at: (offset: number) => number,
): Bounds[] | 'no_episodes' | 'episodes_overlap' {
  switch (settings.unit) {
    case 'document':
      return [{ start: 0, end: at(document.length) }]
    case 'sentence':
      return sentenceUnits(study, document, stretches)
    case 'episode': {
      const coderId = settings.episodesOf ?? study.index.coderIdIn('study', document.id)
      const episodes = db
        .rows<[number, number]>(
          `SELECT start, "end" FROM episode WHERE document_id = ? AND coder_id = ? AND start < "end" ORDER BY start, id`,
          document.id,
          coderId,
        )
        .map(([start, end]) => ({ start: at(start), end: at(end) }))
        .filter(({ start, end }) => start < end)
      if (episodes.length === 0) return 'no_episodes'
      return episodes.some(({ start }, index) => index > 0 && start < episodes[index - 1]!.end)
        ? 'episodes_overlap'
        : episodes
    }
    default:
      return [...stretches]
  }
}
