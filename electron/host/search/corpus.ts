import { readSpeech } from '../../../shared/interaction/speech.ts'
import type { OpenConnection, ReadableDb } from '../database/open.ts'
import { connectReader } from '../database/open.ts'
import { documentFacts, type DocumentFacts } from '../index/document-facts.ts'
import { DOCUMENT_TABLES } from '../index/study-index.ts'
import { roleOf } from '../index/role-of.ts'
import type { SpeakerFacts } from '../index/turns.ts'
import { documentsInVersion } from '../index/versions.ts'
import { connectSighted } from '../sight/sighted-connection.ts'
import { SearchedTexts } from './searched-texts.ts'
import type { ReadingStart } from './tasks.ts'
import { Voices, type Voice } from './voices.ts'

export interface CorpusDocument extends DocumentFacts {
  readonly textHash: string
}

/**
 * The transcripts as a reading worker sees them: who is where and who speaks, kept until that changes, and the texts,
 * which never do. The connection is open only while something is read, so that the study's one file can be tidied up.
 */
export class Corpus {
  readonly #start: ReadingStart
  readonly texts = new SearchedTexts()
  #facts: Facts | null = null

  constructor(start: ReadingStart) {
    this.#start = start
  }

  /** Runs `body` with a connection, on facts that are up to date. */
  reading<T>(body: (db: OpenConnection<ReadableDb>) => T): T {
    const { path, sight } = this.#start
    const db = sight === null ? connectReader(path) : connectSighted(path, sight.viewer)
    try {
      db.atOneMoment(() => {
        if (this.#facts === null || isOutdated(db, this.#facts.lastChange)) this.#facts = new Facts(db)
        else this.#facts.lastChange = lastChangeIn(db)
      })
      return body(db)
    } finally {
      db.close()
    }
  }

  /** The documents that an analysis of this version reads, village by village. */
  documents(version: string): CorpusDocument[] {
    const { documents } = this.#needFacts()
    const chosen = documentsInVersion(documents, version)
    const villages = new Map<number | null, CorpusDocument[]>()
    for (const document of chosen) {
      const list = villages.get(document.villageId) ?? []
      villages.set(document.villageId, list)
      list.push(document)
    }
    const nowhere = villages.get(null) ?? []
    villages.delete(null)
    return [...[...villages.values()].flat(), ...nowhere]
  }

  voicesOf(document: CorpusDocument): Voices {
    return this.#needFacts().voicesOf(document)
  }

  #needFacts(): Facts {
    if (this.#facts === null) throw new Error('nothing has been read yet')
    return this.#facts
  }
}

function lastChangeIn(db: ReadableDb): number {
  return db.pluck<number>('SELECT max(id) FROM main.change') ?? 0
}

function isOutdated(db: ReadableDb, lastChange: number): boolean {
  const tables = db.pluckAll<string>('SELECT DISTINCT table_name FROM main.change WHERE id > ?', lastChange)
  return lastChangeIn(db) < lastChange || tables.some((table) => (DOCUMENT_TABLES as ReadonlySet<string>).has(table))
}

type TurnRow = readonly [
  documentId: number,
  id: number,
  ref: string,
  start: number,
  speechStart: number,
  end: number,
  speakerId: number | null,
]

/** Read at one moment, all of it: a text may be read later, for it is named by its content. */
class Facts {
  lastChange: number
  readonly documents: readonly CorpusDocument[]
  readonly #turns: ReadonlyMap<number, readonly TurnRow[]>
  readonly #speakers: ReadonlyMap<number, readonly (SpeakerFacts & { documentId: number })[]>
  readonly #voices = new Map<number, Voices>()

  constructor(db: ReadableDb) {
    this.lastChange = lastChangeIn(db)
    const hashes = new Map(
      db.rows<[number, string]>(
        'SELECT d.id, r.text_hash FROM document d JOIN document_revision r ON r.id = d.revision_id',
      ),
    )
    this.documents = documentFacts(db).map((facts) => ({ ...facts, textHash: hashes.get(facts.id) ?? '' }))
    this.#turns = Map.groupBy(
      db.rows<TurnRow>(`SELECT document_id, id, ref, start, speech_start, "end", speaker_id FROM turn`),
      ([documentId]) => documentId,
    )
    this.#speakers = Map.groupBy(
      db.all<SpeakerFacts & { documentId: number }>(
        `SELECT s.document_id AS documentId, s.id, s.label, s.kind, s.case_id AS caseId, c.name AS caseName,
           coalesce(s.role, c.role) AS role
         FROM speaker s LEFT JOIN case_unit c ON c.id = s.case_id ORDER BY s.id`,
      ),
      ({ documentId }) => documentId,
    )
  }

  voicesOf(document: CorpusDocument): Voices {
    let voices = this.#voices.get(document.id)
    if (voices === undefined) {
      voices = this.#hear(document)
      this.#voices.set(document.id, voices)
    }
    return voices
  }

  #hear(document: CorpusDocument): Voices {
    const speakers = new Map((this.#speakers.get(document.id) ?? []).map((speaker) => [speaker.id, speaker]))
    const turns = (this.#turns.get(document.id) ?? []).map(
      ([documentId, id, ref, start, speechStart, end, speakerId]) => ({
        documentId,
        id,
        ref,
        start,
        speechStart,
        end,
        speakerId,
      }),
    )
    const speech = readSpeech(
      { ...document, respondents: document.respondents.map(({ caseId }) => caseId) },
      turns,
      speakers,
    )
    const names = new Map(document.respondents.map(({ caseId, name }) => [`case:${caseId}`, name]))
    const voiceOf = (
      respondent: Voice['respondent'],
      speaker: SpeakerFacts | undefined,
      isInterviewer: boolean,
    ): Voice => ({
      isInterviewer,
      respondent,
      caseId: respondent?.startsWith('case:') === true ? Number(respondent.slice(5)) : null,
      name:
        (respondent === null ? undefined : names.get(respondent)) ??
        speaker?.caseName ??
        speaker?.label ??
        document.name,
      role: respondent === null ? (speaker?.role ?? null) : roleOf(speech, document, respondent),
    })
    return new Voices(
      speech.turns.map((turn) => {
        const speaker = turn.speakerId === null ? undefined : speakers.get(turn.speakerId)
        const isInterviewer = speech.isInterviewer(turn)
        const words = { start: turn.speechStart, end: Math.max(turn.end, turn.speechStart + 1) }
        const part = isInterviewer ? undefined : speech.partsOf(words)[0]
        return { ...turn, voice: voiceOf(part?.respondent ?? null, speaker, isInterviewer) }
      }),
      turns.length === 0
        ? voiceOf(speech.partsOf({ start: 0, end: 1 })[0]?.respondent ?? null, undefined, false)
        : null,
    )
  }
}
