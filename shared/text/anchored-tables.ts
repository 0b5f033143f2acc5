/**
 * The tables of the study file whose rows point into a document's text. Corrections of a transcript map every offset
 * named here through the edit, and a test compares the list with the schema, so that no table can be forgotten.
 */
export const anchoredTables = [
  { table: 'turn', offsets: ['start', 'speech_start', 'end'] },
  { table: 'section', offsets: ['start'] },
  /** Both null: the case owns the whole document. */
  { table: 'case_span', offsets: ['start', 'end'] },
  { table: 'coding', offsets: ['start', 'end'] },
  { table: 'episode', offsets: ['start', 'end'] },
  { table: 'decision', offsets: ['start', 'end'] },
] as const

export type AnchoredTable = (typeof anchoredTables)[number]['table']
