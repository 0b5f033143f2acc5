import { createHash } from 'node:crypto'
import type { WritableDb } from '../../electron/host/database/db.ts'
import { runOperation } from '../../electron/host/database/operation.ts'
import { insert } from '../../electron/host/database/rows.ts'
import type { TestHost } from './open-host.ts'

export interface SeedTurn {
  readonly speaker: string
  readonly kind: 'interviewer' | 'respondent'
  readonly speech: string
}

export const TALK: readonly SeedTurn[] = [
  { speaker: 'Q', kind: 'interviewer', speech: '修路的事，谁提出来的？' },
  { speaker: 'F5', kind: 'respondent', speech: '我们几户没签字😀，后来驻村的来了𠮷家。' },
  { speaker: 'Q', kind: 'interviewer', speech: 'And then? What did they say?' },
  { speaker: 'F5', kind: 'respondent', speech: 'They asked us what we wanted, and we told them.' },
]

/** Puts a transcript into the open study without the importer, as an operation of Tianye's own. */
export function seedTranscript(host: TestHost, name: string, turns: readonly SeedTurn[] = TALK): number {
  const db = host.study.writable()
  const { value, operationId } = runOperation(db, { coderId: null, name: 'test.seed', at: 1 }, () => ({
    value: insertTranscript(db, name, turns),
    label: { code: 'seed', params: {} },
  }))
  host.host.announce(operationId, null)
  return value
}

function insertTranscript(db: WritableDb, name: string, turns: readonly SeedTurn[]): number {
  const text = turns.map(({ speaker, speech }) => `${speaker}：${speech}\n`).join('')
  const hash = createHash('sha256').update(text).digest('hex')
  db.run('INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, text)
  const next = (table: string) => (db.pluck<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', table) ?? 0) + 1
  const documentId = next('document')
  const revisionId = next('document_revision')
  insert(db, 'document', {
    id: documentId,
    name,
    language: 'zh-CN',
    revision_id: revisionId,
    sort_key: documentId,
  })
  insert(db, 'document_revision', {
    id: revisionId,
    document_id: documentId,
    text_hash: hash,
    length: text.length,
    at: 1,
  })
  const speakers = new Map<string, number>()
  let start = 0
  turns.forEach(({ speaker, kind, speech }, index) => {
    let speakerId = speakers.get(speaker)
    if (speakerId === undefined) {
      speakerId = insert(db, 'speaker', { document_id: documentId, label: speaker, kind })
      speakers.set(speaker, speakerId)
    }
    const speechStart = start + speaker.length + 1
    const end = speechStart + speech.length
    insert(db, 'turn', {
      document_id: documentId,
      ref: `T${index + 1}`,
      start,
      speech_start: speechStart,
      end,
      speaker_id: speakerId,
    })
    start = end + 1
  })
  return documentId
}
