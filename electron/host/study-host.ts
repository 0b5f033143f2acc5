import { existsSync, realpathSync } from 'node:fs'
import type { ChangedEvent, HostEvent, SavedEvent } from '../../shared/contract/envelope.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import { Connection } from './connection.ts'
import { changedCodings, changedDocuments, topicsOf } from './changed.ts'
import { changesOf, type ChangeRow } from './database/change-log.ts'
import { openStudyReader, openStudyWriter, type OpenOptions } from './database/study-file.ts'
import { FileHandles } from './files.ts'
import { removeAbandonedFolders } from './merge/private-folder.ts'
import { OpenStudy } from './open-study.ts'
import { RecentStudies } from './recent-studies.ts'
import { giveSampleTo, sampleDescription, samplePathIn } from './sample-file.ts'
import type { SettingsFile } from './settings-file.ts'

export type { CallOptions, Connection } from './connection.ts'

export interface HostOptions {
  readonly settings: SettingsFile
  /** Folder with `frameworks/` and `sample/`. */
  readonly resources: string
  /** Tianye's own folder: the sample copy, studies of the browser mode, recent list. */
  readonly userData: string
  /** `read`: studies are opened beside whoever writes them, and commands throw `study_read_only`. */
  readonly access?: 'write' | 'read'
  /** Tests and development: an answer that is not of the declared shape is a defect. */
  readonly validateOutputs?: boolean
  /** What tests put in the place of the machine. */
  readonly open?: OpenOptions
}

/**
 * The engine: one open study at most, any number of windows on it. Knows no transport; the entries (utility process,
 * loopback, command line) and the tests drive it through `connect().call(name, input)`, the only way in.
 */
export class StudyHost {
  readonly files = new FileHandles()
  readonly options: HostOptions
  readonly #connections = new Set<Connection>()
  #study: OpenStudy | null = null
  #opening: Promise<unknown> = Promise.resolve()

  constructor(options: HostOptions) {
    this.options = options
  }

  connect(onEvent: (event: HostEvent) => void): Connection {
    const connection = new Connection(this, onEvent, () => this.#connections.delete(connection))
    this.#connections.add(connection)
    return connection
  }

  /** A second host in a folder of its own, so that making a study there does not disturb the open one. */
  apart(settings: SettingsFile, userData: string): StudyHost {
    return new StudyHost({ ...this.options, settings, userData })
  }

  get study(): OpenStudy | null {
    return this.#study
  }

  /** Opens the study file at `path`, in the place of the one that is open. A refused one leaves that as it is. */
  async openFile(path: string): Promise<void> {
    const { access, open: options, userData } = this.options
    await this.open(async (current) => {
      if (current !== null && existsSync(path) && realpathSync(path) === current.path) return current
      if (access === 'read') return new OpenStudy({ path, reader: openStudyReader(path, options) })
      const file = await openStudyWriter(path, options)
      const isSample = file.path === samplePathIn(userData)
      if (isSample) giveSampleTo(file.db, this.options.settings.value.coder, sampleDescription(this.options.resources))
      return new OpenStudy({ file, isSample })
    })
  }

  /** Makes what `make` returns the open study; null closes. One at a time: a second window's wish waits for the first's. */
  async open(make: (current: OpenStudy | null) => Promise<OpenStudy | null>): Promise<void> {
    const turn = this.#opening.then(async () => {
      const current = this.#study
      const study = await make(current)
      if (study === current) return
      current?.close()
      this.#study = study
      if (study !== null) this.#welcome(study)
      this.announceAll()
    })
    this.#opening = turn.catch(() => undefined)
    await turn
  }

  #welcome(study: OpenStudy): void {
    void study.backUp()
    removeAbandonedFolders(this.options.userData)
    const name = study.db.pluck<string>('SELECT name FROM meta') ?? study.fileName
    new RecentStudies(this.options.userData).add(study.path, name, Date.now())
  }

  /** Tells every window what changed. `operationId` null: nothing logged (settings, another study). */
  announce(operationId: number | null, origin: Connection | null, extra: readonly Topic[] = []): void {
    const { topics, codings, documents } = this.#told(operationId)
    for (const connection of this.#connections)
      connection.send({
        type: 'changed',
        operationId,
        topics: [...new Set([...topics, ...extra])],
        own: connection === origin,
        ...(codings === undefined ? {} : { codings }),
        ...(documents === undefined ? {} : { documents }),
        history: connection.historyState(),
      })
  }

  /** What the user is told of an operation: of what they may see of it. */
  #told(operationId: number | null): Pick<ChangedEvent, 'topics' | 'codings' | 'documents'> {
    const study = this.#study
    if (operationId === null || study === null) return { topics: [] }
    const changes = changesOf(study.db, operationId)
    const topics: Topic[] = this.#followOwnCoder(study, changes) ? ['settings'] : []
    const coderId = study.coderOf(this.options.settings.value.coder)
    const seesOther = study.apply(changes, coderId)
    const seen = study.seenBy(coderId)
    const visible = seen === study ? changes : changesOf(seen.db, operationId)
    if (seesOther) return { topics: [...topics, ...topicsOf(seen.db, visible), ...SEEN_TOPICS] }
    return {
      topics: [...topics, ...topicsOf(seen.db, visible)],
      codings: changedCodings(seen.db, visible),
      documents: changedDocuments(seen, visible),
    }
  }

  /** Tells every window that whatever it shows may be another: another study, or another person who sees it. */
  announceAll(): void {
    this.announce(null, null, ALL_TOPICS)
  }

  /**
   * Who signs by a coder's name goes on signing as that coder when its name, initials or colour change, whatever changed
   * them: a command, its undo, a bring-back. True where the user's settings followed.
   */
  #followOwnCoder(study: OpenStudy, changes: readonly ChangeRow[]): boolean {
    const { settings } = this.options
    for (const { table, pk, kind, before } of changes) {
      if (table !== 'coder' || kind !== 'update') continue
      const coder = study.personById(pk)
      if (coder === null || (before?.['name'] ?? coder.name) !== settings.value.coder.name) continue
      settings.update({ coder })
      return true
    }
    return false
  }

  /** Tells every window whether what was done is on the disk. */
  announceSaved(state: SavedEvent['state']): void {
    for (const connection of this.#connections) connection.send({ type: 'saved', state })
  }

  /** Brings everything into the one file; the entries call this when the last window loses the focus. */
  checkpoint(): void {
    this.#study?.checkpoint()
  }

  close(): void {
    this.#study?.close()
    this.#study = null
  }
}

const ALL_TOPICS: readonly Topic[] = [
  'study',
  'coders',
  'documents',
  'text',
  'cases',
  'codes',
  'codings',
  'episodes',
  'memos',
  'views',
  'conflicts',
  'history',
  'settings',
]

/** What shows coders' work: another once more or less of it may be seen. */
const SEEN_TOPICS: readonly Topic[] = ['coders', 'documents', 'codings', 'episodes', 'memos', 'conflicts', 'history']
