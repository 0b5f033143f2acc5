/**
 * Format 1 of the study file, as text, frozen once released: later formats are this one and their migrations, for new
 * files as for old (`formats.ts`). Opening compares `sqlite_schema` with the result word for word.
 *
 * Conventions: STRICT tables; logged tables have `id INTEGER PRIMARY KEY AUTOINCREMENT` (an id is never used twice, so
 * the change log stays unambiguous) and a unique `guid` (identity across copies); foreign keys are NO ACTION (commands
 * delete dependants themselves, so that every deletion is in the log); offsets are UTF-16 code units, half-open; times
 * are milliseconds since 1970 UTC; booleans are 0 or 1; no REAL and no BLOB in logged tables (JSON must carry them).
 */

/** The newest format, which new files get and older ones are brought to. */
export const FORMAT = 2

/** 'TYfd' in bytes 68–71 of the file: tells a study from any other SQLite file. */
export const APPLICATION_ID = 0x54596664

const guid = `guid TEXT NOT NULL UNIQUE`
const key = `id INTEGER PRIMARY KEY AUTOINCREMENT`
const boolean = (name: string) => `${name} INTEGER NOT NULL CHECK (${name} IN (0, 1))`
const range = `CHECK (start >= 0 AND start <= "end")`
const exactlyOne = (...columns: string[]) => `CHECK ((${columns.map((c) => `(${c} IS NOT NULL)`).join(' + ')}) = 1)`

/** The logged tables of format 1, in an order in which parents come before children. */
const loggedTables = {
  meta: `id INTEGER PRIMARY KEY CHECK (id = 1), ${guid}, study_guid TEXT NOT NULL, copy_guid TEXT NOT NULL,
    parent_copy_guid TEXT, format INTEGER NOT NULL, name TEXT NOT NULL, languages TEXT NOT NULL,
    settings TEXT NOT NULL`,
  coder: `${key}, ${guid}, name TEXT NOT NULL, initials TEXT NOT NULL, colour TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'consensus'))`,
  wave: `${key}, ${guid}, name TEXT NOT NULL, position INTEGER NOT NULL, from_date TEXT, to_date TEXT`,
  case_unit: `${key}, ${guid}, parent_id INTEGER REFERENCES case_unit (id), kind TEXT NOT NULL, name TEXT NOT NULL,
    role TEXT, sort_key INTEGER NOT NULL`,
  affair: `${key}, ${guid}, case_id INTEGER REFERENCES case_unit (id), name TEXT NOT NULL`,
  code: `${key}, ${guid}, parent_id INTEGER REFERENCES code (id), label TEXT, colour TEXT NOT NULL, shortcut TEXT,
    ${boolean('codable')}, sort_key INTEGER NOT NULL, proposed_by INTEGER REFERENCES coder (id), redefined_at INTEGER`,
  code_text: `${key}, ${guid}, code_id INTEGER NOT NULL REFERENCES code (id), language TEXT NOT NULL,
    name TEXT NOT NULL, definition TEXT NOT NULL, include TEXT NOT NULL, exclude TEXT NOT NULL, example TEXT NOT NULL,
    UNIQUE (code_id, language)`,
  framework: `${key}, ${guid}, name TEXT NOT NULL, body TEXT NOT NULL`,
  document: `${key}, ${guid}, name TEXT NOT NULL, language TEXT NOT NULL,
    revision_id INTEGER NOT NULL REFERENCES document_revision (id) DEFERRABLE INITIALLY DEFERRED,
    source_hash TEXT REFERENCES blob (hash), source_name TEXT, wave_id INTEGER REFERENCES wave (id),
    interview_date TEXT, parallel_of INTEGER REFERENCES document (id),
    coder_of_record_id INTEGER REFERENCES coder (id), sort_key INTEGER NOT NULL`,
  document_revision: `${key}, ${guid}, document_id INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    parent_id INTEGER REFERENCES document_revision (id), text_hash TEXT NOT NULL REFERENCES text (hash),
    length INTEGER NOT NULL, splices TEXT, coder_id INTEGER REFERENCES coder (id), at INTEGER NOT NULL`,
  speaker: `${key}, ${guid}, document_id INTEGER NOT NULL REFERENCES document (id), label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('interviewer', 'respondent', 'other')),
    case_id INTEGER REFERENCES case_unit (id), role TEXT`,
  turn: `${key}, ${guid}, document_id INTEGER NOT NULL REFERENCES document (id), ref TEXT NOT NULL,
    start INTEGER NOT NULL, speech_start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    speaker_id INTEGER REFERENCES speaker (id), from_ms INTEGER, to_ms INTEGER, ${range}`,
  section: `${key}, ${guid}, document_id INTEGER NOT NULL REFERENCES document (id), start INTEGER NOT NULL,
    level INTEGER NOT NULL, title TEXT NOT NULL`,
  case_span: `${key}, ${guid}, case_id INTEGER NOT NULL REFERENCES case_unit (id),
    document_id INTEGER NOT NULL REFERENCES document (id), start INTEGER, "end" INTEGER,
    CHECK ((start IS NULL) = ("end" IS NULL)), CHECK (start IS NULL OR (start >= 0 AND start <= "end"))`,
  attribute: `${key}, ${guid}, name TEXT NOT NULL, type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'choice', 'boolean')),
    owner_kind TEXT NOT NULL, UNIQUE (owner_kind, name)`,
  attribute_value: `${key}, ${guid}, attribute_id INTEGER NOT NULL REFERENCES attribute (id),
    case_id INTEGER REFERENCES case_unit (id), document_id INTEGER REFERENCES document (id), value TEXT NOT NULL,
    ${exactlyOne('case_id', 'document_id')}`,
  decision: `${key}, ${guid}, document_id INTEGER NOT NULL REFERENCES document (id), start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL,
    coder_a_id INTEGER REFERENCES coder (id), coder_b_id INTEGER REFERENCES coder (id),
    coder_id INTEGER NOT NULL REFERENCES coder (id), at INTEGER NOT NULL, ${range}`,
  coding: `${key}, ${guid}, document_id INTEGER NOT NULL REFERENCES document (id), start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, code_id INTEGER NOT NULL REFERENCES code (id),
    coder_id INTEGER NOT NULL REFERENCES coder (id),
    polarity TEXT NOT NULL CHECK (polarity IN ('affirmed', 'negated', 'hypothetical')),
    evidence TEXT NOT NULL CHECK (evidence IN ('self', 'other', 'hearsay')), actor TEXT,
    referent_case_id INTEGER REFERENCES case_unit (id), affair_id INTEGER REFERENCES affair (id), event_time TEXT,
    certainty INTEGER CHECK (certainty BETWEEN 1 AND 3), quote_hash TEXT NOT NULL,
    decision_id INTEGER REFERENCES decision (id), created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, ${range}`,
  episode: `${key}, ${guid}, document_id INTEGER NOT NULL REFERENCES document (id), start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, coder_id INTEGER NOT NULL REFERENCES coder (id),
    affair_id INTEGER REFERENCES affair (id), event_time TEXT, decision_id INTEGER REFERENCES decision (id), ${range}`,
  episode_primary: `${key}, ${guid}, episode_id INTEGER NOT NULL REFERENCES episode (id), dimension TEXT NOT NULL,
    code_id INTEGER NOT NULL REFERENCES code (id), UNIQUE (episode_id, dimension)`,
  memo: `${key}, ${guid}, meta_id INTEGER REFERENCES meta (id), document_id INTEGER REFERENCES document (id),
    case_id INTEGER REFERENCES case_unit (id), code_id INTEGER REFERENCES code (id),
    coding_id INTEGER REFERENCES coding (id), episode_id INTEGER REFERENCES episode (id), kind TEXT NOT NULL,
    title TEXT NOT NULL, body TEXT NOT NULL, plain TEXT NOT NULL, coder_id INTEGER NOT NULL REFERENCES coder (id),
    created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL,
    ${exactlyOne('meta_id', 'document_id', 'case_id', 'code_id', 'coding_id', 'episode_id')}`,
  summary: `${key}, ${guid}, case_id INTEGER NOT NULL REFERENCES case_unit (id), code_id INTEGER REFERENCES code (id),
    category TEXT, body TEXT NOT NULL, plain TEXT NOT NULL, coder_id INTEGER NOT NULL REFERENCES coder (id),
    modified_at INTEGER NOT NULL, ${exactlyOne('code_id', 'category')}`,
  summary_coding: `${key}, ${guid}, summary_id INTEGER NOT NULL REFERENCES summary (id),
    coding_id INTEGER NOT NULL REFERENCES coding (id), UNIQUE (summary_id, coding_id)`,
  assignment: `${key}, ${guid}, coder_id INTEGER NOT NULL REFERENCES coder (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    state TEXT NOT NULL CHECK (state IN ('assigned', 'in_progress', 'finished')), at INTEGER NOT NULL,
    UNIQUE (coder_id, document_id)`,
  saved_view: `${key}, ${guid}, kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
    coder_id INTEGER REFERENCES coder (id)`,
} as const

/** Logged tables that migrations added, the oldest first. */
const LATER_TABLES = ['conflict'] as const

/** Tables whose changes are logged, undone and merged, in an order in which parents come before children. */
export type LoggedTable = keyof typeof loggedTables | (typeof LATER_TABLES)[number]
export const LOGGED_TABLES = [...Object.keys(loggedTables), ...LATER_TABLES] as readonly LoggedTable[]

/** Content-addressed, written once and never updated: transcripts' text and the imported files' bytes. */
const contentTables = {
  text: `hash TEXT PRIMARY KEY, content TEXT NOT NULL`,
  blob: `hash TEXT PRIMARY KEY, bytes BLOB NOT NULL`,
} as const

/** The change log. Rows are added, never changed. */
const logTables = {
  operation: `${key}, coder_id INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL,
    label TEXT NOT NULL, at INTEGER NOT NULL, undoes INTEGER REFERENCES operation (id), barrier INTEGER NOT NULL,
    schema_version INTEGER NOT NULL`,
  change: `${key}, operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL, pk INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    guid TEXT NOT NULL, before TEXT, after TEXT`,
} as const

/** What is asked for by more than one column, or must be unique. */
const indexes = [
  `CREATE UNIQUE INDEX code_label ON code (label) WHERE label IS NOT NULL`,
  `CREATE INDEX turn_document ON turn (document_id, start)`,
  `CREATE INDEX section_document ON section (document_id, start)`,
  `CREATE INDEX coding_document ON coding (document_id, start)`,
  `CREATE INDEX coding_coder ON coding (coder_id, document_id)`,
  `CREATE INDEX episode_document ON episode (document_id, start)`,
  `CREATE INDEX decision_document ON decision (document_id, start)`,
  `CREATE INDEX change_row ON change (table_name, pk)`,
]

/**
 * Every other reference, so that it can be followed backwards: SQLite does so at each deletion of the row referred to.
 * `?` marks columns that are mostly empty; their index holds the rest.
 */
const references: Readonly<Record<string, readonly string[]>> = {
  case_unit: ['parent_id?'],
  affair: ['case_id?'],
  code: ['parent_id?', 'proposed_by?'],
  document: ['revision_id', 'source_hash?', 'wave_id?', 'parallel_of?', 'coder_of_record_id?'],
  document_revision: ['document_id', 'parent_id?', 'text_hash', 'coder_id?'],
  speaker: ['document_id', 'case_id?'],
  turn: ['speaker_id?'],
  case_span: ['case_id', 'document_id'],
  attribute_value: ['attribute_id', 'case_id?', 'document_id?'],
  decision: ['coder_id', 'coder_a_id?', 'coder_b_id?'],
  coding: ['code_id', 'referent_case_id?', 'affair_id?', 'decision_id?'],
  episode: ['coder_id', 'affair_id?', 'decision_id?'],
  episode_primary: ['code_id'],
  memo: ['meta_id?', 'document_id?', 'case_id?', 'code_id?', 'coding_id?', 'episode_id?', 'coder_id'],
  summary: ['case_id', 'code_id?', 'coder_id'],
  summary_coding: ['coding_id'],
  assignment: ['document_id'],
  saved_view: ['coder_id?'],
  operation: ['coder_id?', 'undoes?'],
  change: ['operation_id'],
}

function createReferenceIndex(table: string, reference: string): string {
  const column = reference.replace('?', '')
  const only = reference.endsWith('?') ? ` WHERE ${column} IS NOT NULL` : ''
  return `CREATE INDEX ${table}_by_${column} ON ${table} (${column})${only}`
}

function createTable([name, body]: [string, string]): string {
  return `CREATE TABLE ${name} (${body.replace(/\s+/g, ' ')}) STRICT`
}

/** Statements that make an empty study of the current format. */
export const SCHEMA: readonly string[] = [
  ...Object.entries({ ...contentTables, ...loggedTables, ...logTables }).map(createTable),
  ...indexes,
  ...Object.entries(references).flatMap(([table, columns]) => columns.map((c) => createReferenceIndex(table, c))),
]
