import type { Layer } from '../../../shared/contract/values.ts'
import { codePointIndex } from '../../../shared/text/offsets.ts'
import type { QueryContext } from '../context.ts'
import { codeRows } from '../code-rows.ts'
import { segmentRows } from '../handlers/segment.ts'
import { documentsInVersion } from '../index/versions.ts'
import { codeKey } from './code-key.ts'
import type { CsvCell } from './csv.ts'

/** `segments.csv`: one row per application of a code. Offsets are Unicode code points, half-open. */
export const SEGMENT_COLUMNS = [
  'seg_id',
  'doc_id',
  'village_id',
  'respondent_id',
  'role',
  'wave',
  'event_time',
  'affair_id',
  'turn_id',
  'start_cp',
  'end_cp',
  'n_chars',
  'text',
  'code_id',
  'code_en',
  'code_zh',
  'parent_id',
  'coder',
  'layer',
  'polarity',
  'source',
  'actor',
  'referent_village',
  'certainty',
  'memo',
  'created_utc',
] as const

export function* segmentCsvRows(context: QueryContext, layer: Layer, version: string): Generator<CsvCell[]> {
  const { db, study } = context
  const codes = new Map(codeRows(db).map((code) => [code.id, code]))
  const keys = new Map([...codes.keys()].map((id) => [id, codeKey(codes, id)]))
  const names = new Map(db.rows<[number, string]>('SELECT id, name FROM coder'))
  const cases = new Map(db.rows<[number, string]>('SELECT id, name FROM case_unit'))
  const affairs = new Map(db.rows<[number, string]>('SELECT id, name FROM affair'))
  for (const document of documentsInVersion(study.index.documents.values(), version)) {
    const coder = study.index.layerCoder(layer, document)
    if (coder.kind !== 'coder') continue
    const { ids } = study.index.codings.of(document.id, coder.coderId)
    const offsets = codePointIndex(study.index.texts.of(document.id))
    const extras = new Map(
      db
        .rows<[number, string, number, string | null]>(
          `SELECT c.id, c.guid, c.created_at, (SELECT group_concat(m.plain, char(10)) FROM memo m WHERE m.coding_id = c.id)
           FROM coding c WHERE c.document_id = ? AND c.coder_id = ?`,
          document.id,
          coder.coderId,
        )
        .map(([id, guid, createdAt, memo]) => [id, { guid, createdAt, memo }]),
    )
    for (const { coding, turnRef, speaker, role, quote } of segmentRows(context, [...ids])) {
      const code = codes.get(coding.codeId)
      const extra = extras.get(coding.id)
      const start = offsets.toCodePoint(coding.start)
      const end = offsets.toCodePoint(coding.end)
      const nameIn = (language: string) => code?.texts.find((text) => text.language === language)?.name ?? ''
      yield [
        extra?.guid ?? '',
        document.name,
        document.village ?? '',
        speaker ?? '',
        role ?? '',
        document.wave ?? '',
        coding.eventTime ?? '',
        coding.affairId === null ? '' : (affairs.get(coding.affairId) ?? ''),
        turnRef ?? '',
        start,
        end,
        end - start,
        quote,
        keys.get(coding.codeId) ?? '',
        nameIn('en'),
        nameIn('zh-CN'),
        code?.parentId == null ? '' : (keys.get(code.parentId) ?? ''),
        names.get(coding.coderId) ?? '',
        layer === 'study' ? 'study' : (names.get(layer) ?? ''),
        coding.polarity,
        coding.evidence,
        coding.actor ?? '',
        coding.referentCaseId === null ? '' : (cases.get(coding.referentCaseId) ?? ''),
        coding.certainty,
        extra?.memo ?? '',
        extra === undefined ? '' : new Date(extra.createdAt).toISOString(),
      ]
    }
  }
}
