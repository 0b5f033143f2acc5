import type { CodingRow } from '../../../shared/contract/coding.ts'
import type {
  Decision,
  Difference,
  DisagreementRow,
  DisagreementSide,
  EpisodeInside,
} from '../../../shared/contract/disagreement.ts'
import { isInsideSurrogatePair, utf16 } from '../../../shared/text/offsets.ts'
import type { QueryContext } from '../context.ts'
import { codingRowsById } from '../handlers/coding-rows.ts'
import type { ComparedRow, ComparedSide } from './compared-document.ts'
import { episodeStatedIn, type EpisodeStated } from './pair-reader.ts'
import { swapped } from './stored-decision.ts'
import { verdictsOn } from './verdicts.ts'

export interface ListedRow {
  readonly row: ComparedRow
  readonly codeId: number | null
}

/** Rows of a page as the contract gives them, with what both coders have there and what was decided. */
export function rowsInDetail(context: QueryContext, page: readonly ListedRow[], isSwapped: boolean): DisagreementRow[] {
  const read = readerOf(context, page)
  return page.map(({ row, codeId }) => {
    const { key, kind, status, documentId, start, end } = row
    const [a, b] = isSwapped ? [row.b, row.a] : [row.a, row.b]
    const decision = row.decision && isSwapped ? swapped(row.decision) : row.decision
    const [one, other] = [a && read.side(a), b && read.side(b)]
    return {
      key,
      kind,
      status,
      documentId,
      document: context.study.index.documents.get(documentId)?.name ?? '',
      start: utf16(start),
      end: utf16(end),
      turnRef: turnAt(context, documentId, start),
      quote: firstWords(context.study.index.texts.of(documentId), start, end),
      codeId,
      a: one,
      b: other,
      differs: one === null || other === null ? [] : differences(one, other),
      verdicts: verdictsOn(row),
      decision: decision && read.decision(decision),
    }
  })
}

interface Reader {
  side(side: ComparedSide): DisagreementSide
  decision(decision: NonNullable<ComparedRow['decision']>): Decision
}

function readerOf({ db }: QueryContext, page: readonly ListedRow[]): Reader {
  const sides = page.flatMap(({ row: { a, b } }) => [a, b].flatMap((side) => side ?? []))
  const codingIds = sides.flatMap(({ passage }) => passage?.parts.map(({ id }) => id) ?? [])
  const decisionIds = JSON.stringify(page.flatMap(({ row }) => row.decision?.id ?? []))
  const results = db.rows<[number, number]>(
    `SELECT id, decision_id FROM coding WHERE decision_id IN (SELECT value FROM json_each(?)) AND start < "end"`,
    decisionIds,
  )
  const codings = new Map<number, CodingRow>(
    codingRowsById(db, [...codingIds, ...results.map(([id]) => id)]).map((row) => [row.id, row]),
  )
  const decided = Map.groupBy(results, ([, decisionId]) => decisionId)
  const episodes = Map.groupBy(
    db.all<Omit<EpisodeInside, 'primaries' | 'affair'> & { decisionId: number }>(
      `SELECT id, start, "end", affair_id AS affairId, event_time AS eventTime, decision_id AS decisionId FROM episode
       WHERE decision_id IN (SELECT value FROM json_each(?)) AND start < "end" ORDER BY start, id`,
      decisionIds,
    ),
    ({ decisionId }) => decisionId,
  )
  const affairs = new Map(db.rows<[number, string]>('SELECT id, name FROM affair'))
  const inside = (id: number, start: number, end: number, said: EpisodeStated): EpisodeInside => ({
    id,
    start: utf16(start),
    end: utf16(end),
    affairId: said.affairId,
    affair: said.affairId === null ? null : (affairs.get(said.affairId) ?? null),
    eventTime: said.eventTime,
    primaries: said.primaries.map(([dimension, codeId]) => ({ dimension, codeId })),
  })
  return {
    side: ({ passage, episode }) => {
      const { start, end } = passage ?? episode
      return {
        start: utf16(start),
        end: utf16(end),
        codeId: passage?.value ?? null,
        codings: passage?.parts.flatMap(({ id }) => codings.get(id) ?? []) ?? [],
        episode: episode && inside(episode.id, start, end, episodeStatedIn(episode.attributes)),
      }
    },
    decision: ({ id, verdict, note, coderId, at }) => ({
      id,
      verdict,
      note,
      coderId,
      at,
      codings: (decided.get(id) ?? []).flatMap(([codingId]) => codings.get(codingId) ?? []),
      episodes: (episodes.get(id) ?? []).map((episode) => {
        const primaries = db.rows<[string, number]>(
          'SELECT dimension, code_id FROM episode_primary WHERE episode_id = ? ORDER BY dimension',
          episode.id,
        )
        return inside(episode.id, episode.start, episode.end, { ...episode, primaries })
      }),
    }),
  }
}

const ATTRIBUTES: readonly (readonly [Difference, (row: CodingRow) => string | number | null])[] = [
  ['polarity', ({ polarity }) => polarity],
  ['evidence', ({ evidence }) => evidence],
  ['actor', ({ actor }) => actor],
  ['referent', ({ referentCaseId }) => referentCaseId],
  ['affair', ({ affairId }) => affairId],
  ['event_time', ({ eventTime }) => eventTime],
]

function differences(a: DisagreementSide, b: DisagreementSide): Difference[] {
  const found: Difference[] = []
  if (a.start !== b.start || a.end !== b.end) found.push('bounds')
  if (a.codeId !== b.codeId) found.push('code')
  for (const [name, of] of ATTRIBUTES) if (saidBy(a.codings, of) !== saidBy(b.codings, of)) found.push(name)
  if (a.episode !== null && b.episode !== null) {
    if (a.episode.affairId !== b.episode.affairId) found.push('affair')
    if (a.episode.eventTime !== b.episode.eventTime) found.push('event_time')
    if (JSON.stringify(a.episode.primaries) !== JSON.stringify(b.episode.primaries)) found.push('primary')
  }
  return found
}

/** What the codings of a passage say and where: the places count only where they say more than one thing. */
function saidBy(codings: readonly CodingRow[], of: (row: CodingRow) => string | number | null): string {
  const values = new Set(codings.map(of))
  return JSON.stringify(values.size <= 1 ? [...values] : codings.map((row) => [row.start, row.end, of(row)]).sort())
}

const FIRST_WORDS = 160

function firstWords(text: string, start: number, end: number): string {
  const most = Math.min(end, start + FIRST_WORDS)
  return text.slice(start, isInsideSurrogatePair(text, most) ? most - 1 : most)
}

function turnAt({ db }: QueryContext, documentId: number, start: number): string | null {
  const turn = db.get<{ ref: string; end: number }>(
    'SELECT ref, "end" FROM turn WHERE document_id = ? AND start <= ? ORDER BY start DESC, id DESC LIMIT 1',
    documentId,
    start,
  )
  return turn !== undefined && turn.end > start ? turn.ref : null
}
