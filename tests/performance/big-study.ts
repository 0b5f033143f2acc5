import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createStudyFile } from '../../electron/host/database/study-file.ts'
import type { WritableDb } from '../../electron/host/database/db.ts'
import { insert } from '../../electron/host/database/rows.ts'
import { SettingsFile } from '../../electron/host/settings-file.ts'
import { StudyHost, type Connection } from '../../electron/host/study-host.ts'
import type { In, Name, Out } from '../../shared/contract/contract.ts'
import { quoteHash } from '../../shared/text/quote.ts'
import { seeded } from './random.ts'

/** How large a made-up study is. Documents are spread evenly over villages, codings at random over documents. */
export interface StudySize {
  readonly documents: number
  readonly villages: number
  readonly codes: number
  readonly codings: number
  readonly turnsPerDocument: number
  readonly wordsPerTurn: number
  /** Length of a coding in words, at most. */
  readonly codingWords: number
  /** Who code them, in turn; one where absent. */
  readonly coders?: number
  /** Of the words; English where absent. */
  readonly language?: 'en' | 'zh-CN'
}

export interface BigStudy {
  readonly folder: string
  readonly path: string
  remove(): void
}

const CODER = 'Bench'
const SPOKEN = {
  en: {
    words: 'the road was cut through our field and nobody asked before they came with the list of names'.split(' '),
    between: ' ',
  },
  'zh-CN': { words: '路 从 我们 地里 过去 也 没有人 问 一声 名单 就 贴出来 了 ，'.split(' '), between: '' },
}

/** Writes a study of that size, the same for the same size. */
export async function makeBigStudy(size: StudySize): Promise<BigStudy> {
  const folder = mkdtempSync(join(tmpdir(), 'tianye-bench-'))
  const path = join(folder, 'big.tianye')
  const writer = await createStudyFile(path, {
    name: 'Big',
    languages: ['en'],
    fill: (db) => {
      fill(db, size)
    },
  })
  writer.close()
  return {
    folder,
    path,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A host in the study's folder, and a way to call it. */
export function hostFor({ folder }: BigStudy): {
  host: StudyHost
  connection: Connection
  call: <N extends Name>(name: N, input: In<N>) => Promise<Out<N>>
} {
  const settings = new SettingsFile(join(folder, 'user-data'))
  settings.update({ coder: { name: CODER, initials: 'B', colour: '#3f6fb5' } })
  const host = new StudyHost({
    settings,
    resources: resolve(import.meta.dirname, '../../resources'),
    userData: join(folder, 'user-data'),
  })
  const connection = host.connect(() => undefined)
  return {
    host,
    connection,
    call: async (name, input) => (await connection.call(name, input)) as Out<typeof name>,
  }
}

function fill(db: WritableDb, size: StudySize): void {
  const random = seeded(7)
  const below = (n: number) => Math.floor(random() * n)
  const coders = Array.from({ length: size.coders ?? 1 }, (_, index) =>
    insert(db, 'coder', {
      name: index === 0 ? CODER : `${CODER} ${index + 1}`,
      initials: 'B',
      colour: '#3f6fb5',
      kind: 'person',
    }),
  )
  const codes = makeCodes(db, size.codes)
  const villages = Array.from({ length: size.villages }, (_, index) =>
    insert(db, 'case_unit', { parent_id: null, kind: 'village', name: `V${index}`, role: null, sort_key: index }),
  )
  const documents = Array.from({ length: size.documents }, (_, index) =>
    makeDocument(db, size, index, villages[index % villages.length] ?? 0, below),
  )
  for (let made = 0; made < size.codings; made++) {
    const document = documents[below(documents.length)]!
    const first = below(document.wordStarts.length - size.codingWords)
    const start = document.wordStarts[first]!
    const end = document.wordStarts[first + 5 + below(size.codingWords - 5)]! - 1
    insert(db, 'coding', {
      document_id: document.id,
      start,
      end,
      code_id: codes[below(codes.length)]!,
      coder_id: coders[made % coders.length]!,
      polarity: 'affirmed',
      evidence: 'self',
      actor: null,
      referent_case_id: null,
      affair_id: null,
      event_time: null,
      certainty: null,
      quote_hash: quoteHash(document.text.slice(start, end)),
      decision_id: null,
      created_at: 0,
      modified_at: 0,
    })
  }
}

function makeCodes(db: WritableDb, count: number): number[] {
  const codes: number[] = []
  for (let index = 0; index < count; index++) {
    // Ten branches, so that roll-up has something to do.
    const parent = index < 10 ? null : (codes[index % 10] ?? null)
    const id = insert(db, 'code', {
      parent_id: parent,
      label: `K${index}`,
      colour: `#${(0x204060 + index * 0x010203).toString(16).padStart(6, '0').slice(-6)}`,
      shortcut: index === 0 ? '1' : null,
      codable: 1,
      sort_key: index,
      proposed_by: null,
      redefined_at: null,
    })
    insert(db, 'code_text', {
      code_id: id,
      language: 'en',
      name: `Code ${index}`,
      definition: '',
      include: '',
      exclude: '',
      example: '',
    })
    codes.push(id)
  }
  return codes
}

function makeDocument(
  db: WritableDb,
  size: StudySize,
  index: number,
  villageId: number,
  below: (n: number) => number,
): { id: number; text: string; wordStarts: number[] } {
  const language = size.language ?? 'en'
  const { words, between } = SPOKEN[language]
  const wordStarts: number[] = []
  const turns: { start: number; speechStart: number; end: number }[] = []
  let text = ''
  for (let turn = 0; turn < size.turnsPerDocument; turn++) {
    const start = text.length
    text += turn % 4 === 0 ? 'Interviewer: ' : `R${index}: `
    const speechStart = text.length
    for (let word = 0; word < size.wordsPerTurn; word++) {
      wordStarts.push(text.length)
      text += `${words[below(words.length)]}${between}`
    }
    text = text.trimEnd()
    turns.push({ start, speechStart, end: text.length })
    text += '\n'
  }
  const hash = createHash('sha256').update(text).digest('hex')
  db.run('INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, text)
  db.exec('PRAGMA defer_foreign_keys = ON')
  const id = insert(db, 'document', {
    name: `D${index}`,
    language,
    revision_id: 0,
    source_hash: null,
    source_name: null,
    wave_id: null,
    interview_date: null,
    parallel_of: null,
    coder_of_record_id: null,
    sort_key: index,
  })
  const revision = insert(db, 'document_revision', {
    document_id: id,
    parent_id: null,
    text_hash: hash,
    length: text.length,
    splices: null,
    coder_id: null,
    at: 0,
  })
  db.run('UPDATE document SET revision_id = ? WHERE id = ?', revision, id)
  insert(db, 'case_span', { case_id: villageId, document_id: id, start: null, end: null })
  const person = insert(db, 'case_unit', {
    parent_id: villageId,
    kind: 'person',
    name: `R${index}`,
    role: index % 3 === 0 ? 'a' : 'b',
    sort_key: index,
  })
  const speaker = (label: string, kind: string, caseId: number | null) =>
    insert(db, 'speaker', { document_id: id, label, kind, case_id: caseId, role: null })
  const interviewer = speaker('Interviewer', 'interviewer', null)
  const respondent = speaker(`R${index}`, 'respondent', person)
  turns.forEach(({ start, speechStart, end }, at) =>
    insert(db, 'turn', {
      document_id: id,
      ref: `T${at + 1}`,
      start,
      speech_start: speechStart,
      end,
      speaker_id: at % 4 === 0 ? interviewer : respondent,
      from_ms: null,
      to_ms: null,
    }),
  )
  return { id, text, wordStarts }
}
