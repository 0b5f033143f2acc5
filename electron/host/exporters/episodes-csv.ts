import type { Layer } from '../../../shared/contract/values.ts'
import { codePointIndex, utf16 } from '../../../shared/text/offsets.ts'
import type { QueryContext } from '../context.ts'
import { computeProfile } from '../handlers/profile.ts'
import { codeRows } from '../code-rows.ts'
import { codeKey } from './code-key.ts'
import type { CsvCell } from './csv.ts'

/**
 * `episodes.csv`: one row per drawn episode with what the framework makes of it. `m` and `p` are the categories of the
 * framework's first and second dimension; `primary` says what a coder decided (`participation=P.G`). Offsets are Unicode
 * code points, half-open.
 */
export const EPISODE_COLUMNS = [
  'episode_id',
  'mode',
  'doc_id',
  'respondent_id',
  'village_id',
  'wave',
  'm',
  'p',
  'reason',
  'cell',
  'status',
  'seg_ids',
  'start_cp',
  'end_cp',
  'affair_id',
  'event_time',
  'coder',
  'memo',
  'primary',
] as const

export function* episodeCsvRows(context: QueryContext, layer: Layer, version: string): Generator<CsvCell[]> {
  const { db, study } = context
  const profiles = computeProfile(context, 'E1', layer, version)
  const readings = new Map(
    (profiles.result?.profiles ?? []).flatMap((village) =>
      village.episodes.map((episode) => [episode.episodeId, episode]),
    ),
  )
  const people = new Map<string, string>(profiles.respondents.map(({ id, name }) => [id, name]))
  const codes = new Map(codeRows(db).map((code) => [code.id, code]))
  const guids = new Map(db.rows<[number, string]>('SELECT id, guid FROM coding'))
  for (const { id: documentId } of profiles.documents) {
    const document = study.index.documents.get(documentId)
    const coderId = study.index.coderIdIn(layer, documentId)
    if (document === undefined || coderId === null) continue
    const offsets = codePointIndex(study.index.texts.of(documentId))
    for (const [id, guid, start, end, affair, eventTime, coder, memo] of db.rows<
      [number, string, number, number, string | null, string | null, string, string | null]
    >(
      `SELECT e.id, e.guid, e.start, e."end", a.name, e.event_time, c.name,
              (SELECT group_concat(m.plain, char(10)) FROM memo m WHERE m.episode_id = e.id)
       FROM episode e JOIN coder c ON c.id = e.coder_id LEFT JOIN affair a ON a.id = e.affair_id
       WHERE e.document_id = ? AND e.coder_id = ? ORDER BY e.start, e.id`,
      documentId,
      coderId,
    )) {
      const reading = readings.get(id)
      const [first, second] = reading?.dimensions ?? []
      const evidence = new Set(reading?.dimensions.flatMap((d) => d.present.flatMap((present) => present.codings)))
      yield [
        guid,
        'E1',
        document.name,
        reading?.respondents.map(({ key }) => people.get(key) ?? key).join('; ') ?? '',
        document.village ?? '',
        document.wave ?? '',
        first?.categoryId ?? '',
        second?.categoryId ?? '',
        reading?.reasons.map(({ reasonId }) => reasonId).join('; ') ?? '',
        reading?.cellId ?? '',
        reading?.status ?? '',
        [...evidence].map((coding) => guids.get(coding) ?? '').join(' '),
        offsets.toCodePoint(utf16(start)),
        offsets.toCodePoint(utf16(end)),
        affair ?? '',
        eventTime ?? '',
        coder,
        memo ?? '',
        db
          .rows<[string, number]>(
            'SELECT dimension, code_id FROM episode_primary WHERE episode_id = ? ORDER BY dimension',
            id,
          )
          .map(([dimension, codeId]) => `${dimension}=${codeKey(codes, codeId)}`)
          .join('; '),
      ]
    }
  }
}
