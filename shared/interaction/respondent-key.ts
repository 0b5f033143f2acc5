/**
 * Who counts as one respondent: `case:7` for a person among the cases, `speaker:12` for a respondent's voice not yet
 * tied to a person, `document:3` for an interview without known speakers. Stable while those rows are.
 */
export type RespondentKey = `case:${number}` | `speaker:${number}` | `document:${number}`

export interface RespondentId {
  kind: 'case' | 'speaker' | 'document'
  id: number
}

const kinds = ['case', 'speaker', 'document'] as const

export function parseRespondentKey(key: RespondentKey): RespondentId {
  const [kind, id] = key.split(':')
  return { kind: kinds.find((known) => known === kind) ?? 'document', id: Number(id) }
}

/** A fixed order, so that no figure depends on the order in which rows were read. */
export function compareRespondentKeys(one: RespondentKey, other: RespondentKey): number {
  const a = parseRespondentKey(one)
  const b = parseRespondentKey(other)
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id - b.id
}
