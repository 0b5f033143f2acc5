import type { ReadableDb } from '../../../electron/host/database/db.ts'

/** What tables carry of a study, without ids: the same for two studies with the same content. */
export function codingContent(db: ReadableDb): unknown[] {
  return db.all(
    `SELECT c.guid, d.name AS document, c.start, c."end", k.label, p.name AS coder, c.polarity, c.evidence, c.actor,
            r.name AS referent, a.name AS affair, c.event_time, c.certainty, c.quote_hash, c.created_at, m.plain AS memo
     FROM coding c JOIN document d ON d.id = c.document_id JOIN code k ON k.id = c.code_id JOIN coder p ON p.id = c.coder_id
       LEFT JOIN case_unit r ON r.id = c.referent_case_id LEFT JOIN affair a ON a.id = c.affair_id
       LEFT JOIN memo m ON m.coding_id = c.id
     ORDER BY c.guid`,
  )
}

export function episodeContent(db: ReadableDb): unknown[] {
  return db.all(
    `SELECT e.guid, d.name AS document, e.start, e."end", p.name AS coder, a.name AS affair, e.event_time, m.plain AS memo,
            (SELECT group_concat(x.dimension || '=' || k.label) FROM episode_primary x JOIN code k ON k.id = x.code_id
             WHERE x.episode_id = e.id) AS primaries
     FROM episode e JOIN document d ON d.id = e.document_id JOIN coder p ON p.id = e.coder_id
       LEFT JOIN affair a ON a.id = e.affair_id LEFT JOIN memo m ON m.episode_id = e.id
     ORDER BY e.guid`,
  )
}
