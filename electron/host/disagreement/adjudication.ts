import { createHash } from 'node:crypto'
import type { WorkState } from '../../../shared/contract/document.ts'
import type { DisagreementStatus } from '../../../shared/contract/disagreement.ts'
import { overlaps, span } from '../../../shared/text/span.ts'
import type { CommandContext } from '../context.ts'
import { insert, remove, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { deleteCodings, deleteEpisodes } from '../handlers/dependants.ts'
import type { ComparedDocument, ComparedRow } from './compared-document.ts'
import { agreedContent, certaintiesIn, consensusRows, type ConsensusRows, type Content } from './consensus-content.ts'
import { writeContent } from './consensus-rows.ts'
import { Guids } from './guids.ts'
import { subjectOf } from './match-decisions.ts'
import type { CoderPair } from './pair-reader.ts'
import type { Subject } from './stored-decision.ts'
import { unwritten } from './unwritten.ts'
import { contentOf, type Ruling } from './verdicts.ts'

const NOTHING: ConsensusRows = { codings: [], episodes: [] }

/** Writes verdicts on the disagreements of one transcript and makes its consensus follow; part of one command. */
export class Adjudication {
  readonly #context: CommandContext
  readonly #compared: ComparedDocument
  readonly #pair: CoderPair
  readonly #consensusId: number
  readonly #guids: Guids
  readonly #certainties: ReadonlyMap<number, number>
  readonly #statuses: Map<string, DisagreementStatus>
  /** Keys of rows that this command has said something on. */
  readonly #touched = new Set<string>()
  readonly #changesBefore: number

  constructor(context: CommandContext, compared: ComparedDocument, pair: CoderPair) {
    this.#context = context
    this.#compared = compared
    this.#pair = pair
    this.#changesBefore = this.#totalChanges()
    this.#consensusId = consensusCoder(context)
    this.#guids = new Guids(context.db)
    this.#certainties = certaintiesIn(context.db, compared.documentId)
    this.#statuses = new Map(compared.rows.map(({ key, status }) => [key, status]))
  }

  /** Gives a verdict. Throws `disagreement_verdict`, `consensus_episode_overlaps`. */
  rule(row: ComparedRow, ruling: Ruling, note: string | undefined): void {
    const content = contentOf(row, ruling, this.#certainties) ?? fail('disagreement_verdict')
    const decisionId = this.#writeDecision(row, ruling, note)
    this.#touched.add(row.key)
    const { codings, episodes } = this.#present()
    this.#refuseOverlap(decisionId, episodes, content)
    writeContent(
      this.#context,
      { documentId: row.documentId, consensusId: this.#consensusId, decisionId },
      {
        codings: codings.filter((coding) => coding.decisionId === decisionId),
        episodes: episodes.filter((episode) => episode.decisionId === decisionId),
      },
      content,
    )
    this.#statuses.set(row.key, ruling.verdict === 'open' ? 'left_open' : 'decided')
  }

  /** Takes a verdict back, with what it put into the consensus. */
  takeBack({ key, decision, a, b }: ComparedRow): void {
    if (decision === null) return
    this.#touched.add(key)
    const { db } = this.#context
    deleteCodings(db, db.pluckAll<number>('SELECT id FROM coding WHERE decision_id = ?', decision.id))
    deleteEpisodes(db, db.pluckAll<number>('SELECT id FROM episode WHERE decision_id = ?', decision.id))
    remove(db, 'decision', decision.id)
    if (a === null && b === null) this.#statuses.delete(key)
    else this.#statuses.set(key, 'undecided')
  }

  /** After verdicts: brings up to date what both agree on. True where the last verdict has just been given. */
  settle(): boolean {
    const hasAll = [...this.#statuses.values()].every((status) => status === 'decided' || status === 'left_open')
    const before = this.#state()?.state
    const state = hasAll || before === 'finished' ? 'finished' : 'in_progress'
    this.#follow(state)
    return state === 'finished' && before !== 'finished'
  }

  /** After verdicts were taken back: it is in progress again; without any verdict left, the consensus goes. */
  reopen(): void {
    const { db } = this.#context
    const { documentId } = this.#compared
    if (db.pluck('SELECT 1 FROM decision WHERE document_id = ? LIMIT 1', documentId) === 1) {
      this.#follow('in_progress')
      return
    }
    const { codings, episodes } = this.#present()
    deleteCodings(
      db,
      codings.map(({ id }) => id),
    )
    deleteEpisodes(
      db,
      episodes.map(({ id }) => id),
    )
    // The assignment stays, as the one row that all verdicts of the transcript change: so undo goes back through them.
    this.#writeState('assigned')
  }

  finish(): void {
    this.#follow('finished')
  }

  #present(): ConsensusRows {
    return consensusRows(this.#context.db, this.#compared.documentId, this.#consensusId)
  }

  #writeDecision(row: ComparedRow, ruling: Ruling, note: string | undefined): number {
    const { db, coderId, now } = this.#context
    const { documentId, start, end, decision } = row
    const [a, b] = this.#pair
    const { verdict } = ruling
    const kind = JSON.stringify(this.#subjectOf(row, ruling))
    const columns = {
      start,
      end,
      kind,
      verdict,
      note: note ?? decision?.note ?? '',
      coder_a_id: a,
      coder_b_id: b,
      coder_id: coderId,
      at: now,
    }
    if (decision === null) return insert(db, 'decision', { document_id: documentId, ...columns })
    const isSame =
      row.status !== 'outdated' &&
      decision.kind === kind &&
      decision.verdict === verdict &&
      decision.note === columns.note
    if (!isSame) update(db, 'decision', decision.id, columns)
    return decision.id
  }

  #subjectOf(row: ComparedRow, { passage, codeIds, attributesOf }: Ruling): Subject {
    return {
      ...subjectOf(row, this.#guids),
      ...(passage !== null && {
        span: {
          start: passage.start - row.start,
          end: passage.end - row.start,
          codes: codeIds.map((id) => this.#guids.ofCode(id)),
        },
      }),
      ...(attributesOf !== undefined && { attributesOf }),
    }
  }

  /** Episodes of one layer do not overlap: not with another decision's, nor with one that both agree on. */
  #refuseOverlap(decisionId: number, present: ConsensusRows['episodes'], { episodes }: Content): void {
    const taken = [
      ...present.filter((episode) => episode.decisionId !== null && episode.decisionId !== decisionId),
      ...this.#compared.episodes.map(({ first: { start, end } }) => span(start, end)),
    ]
    if (episodes.some((episode) => taken.some((other) => overlaps(episode, other)))) fail('consensus_episode_overlaps')
  }

  #follow(state: WorkState): void {
    const { db } = this.#context
    const { documentId } = this.#compared
    const rows = this.#compared.rows.filter(({ key }) => !this.#touched.has(key))
    for (const { decisionId, content } of unwritten(
      { ...this.#compared, rows },
      this.#present(),
      this.#certainties,
      this.#guids,
    ))
      writeContent(this.#context, { documentId, consensusId: this.#consensusId, decisionId }, NOTHING, content)
    const { codings, episodes } = this.#present()
    const isAgreed = (row: { decisionId: number | null }): boolean => row.decisionId === null
    const decided: Content = {
      codings: codings.filter((row) => !isAgreed(row)),
      episodes: episodes.filter((row) => !isAgreed(row)),
    }
    writeContent(
      this.#context,
      { documentId, consensusId: this.#consensusId, decisionId: null },
      { codings: codings.filter(isAgreed), episodes: episodes.filter(isAgreed) },
      agreedContent(db, this.#compared, decided),
    )
    this.#writeState(state)
  }

  /**
   * Every change of a consensus is a change of its assignment, too: so nobody takes away, with an early verdict of theirs,
   * what another's later one stands on.
   */
  #writeState(state: WorkState): void {
    const { db, now } = this.#context
    const known = this.#state()
    if (known === undefined)
      insert(db, 'assignment', { coder_id: this.#consensusId, document_id: this.#compared.documentId, state, at: now })
    else if (known.state !== state || this.#totalChanges() > this.#changesBefore)
      update(db, 'assignment', known.id, { state, at: Math.max(now, known.at + 1) })
  }

  #state(): { id: number; state: WorkState; at: number } | undefined {
    return this.#context.db.get(
      'SELECT id, state, at FROM assignment WHERE coder_id = ? AND document_id = ?',
      this.#consensusId,
      this.#compared.documentId,
    )
  }

  #totalChanges(): number {
    return this.#context.db.pluck<number>('SELECT total_changes()') ?? 0
  }
}

/** What the consensus of all transcripts is by; made when it is first needed. */
function consensusCoder({ db }: CommandContext): number {
  const known = db.pluck<number>(`SELECT id FROM coder WHERE kind = 'consensus' ORDER BY id LIMIT 1`)
  if (known !== undefined) return known
  const row = { name: 'Consensus', initials: '=', colour: '#6b6b74', kind: 'consensus' }
  return insert(db, 'coder', { guid: consensusGuid(db), ...row })
}

/** The same in every copy of a study, whoever made it first, and never twice in one: not by a redo either. */
function consensusGuid(db: CommandContext['db']): string {
  const study = db.pluck<string>('SELECT study_guid FROM meta') ?? ''
  const hash = createHash('sha256').update(`${study} consensus`).digest('hex')
  // Version 8 of a UUID: made by a rule of our own.
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
