import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { leadingCode } from '../../../shared/text/leading-code.ts'

/** What one can say of a coding beside its code, in the order in which it is asked and shown. */
export const ATTRIBUTES = ['polarity', 'evidence', 'certainty', 'actor', 'referent', 'affair', 'eventTime'] as const
export type Attribute = (typeof ATTRIBUTES)[number]

/** What the rows of a study refer to by id. */
export interface CodingReferences {
  readonly villages: ReadonlyMap<number, string>
  readonly affairs: ReadonlyMap<number, string>
}

/** Short signs that stand in the margin, the same in every language; the card and the legend put them into words. */
export const SIGNS = {
  negated: '¬',
  hypothetical: '?',
  other: '”',
  hearsay: '”?',
  certainty: ['①', '②', '③'],
  actor: '@',
  referent: '→',
  affair: '#',
  eventTime: '◷',
  memo: '✎',
} as const

/** The signs of what sets a coding apart from a plain one; the village by its short code where it has one. */
export function signsOf(coding: CodingRow, { villages }: CodingReferences, hasMemo: boolean): string {
  const { polarity, evidence, certainty, actor, referentCaseId, affairId, eventTime } = coding
  const village = referentCaseId === null ? null : (villages.get(referentCaseId) ?? '')
  return [
    polarity === 'affirmed' ? '' : SIGNS[polarity],
    evidence === 'self' ? '' : SIGNS[evidence],
    certainty === null ? '' : (SIGNS.certainty[certainty - 1] ?? ''),
    actor === null ? '' : SIGNS.actor,
    village === null ? '' : `${SIGNS.referent}${leadingCode(village) ?? ''}`,
    affairId === null ? '' : SIGNS.affair,
    eventTime === null ? '' : SIGNS.eventTime,
    hasMemo ? SIGNS.memo : '',
  ].join('')
}

/** The name of an actor that the framework knows by its id; other words stand as they were written. */
export function actorName(actor: string, framework: Framework | null, language: string): string {
  const known = framework?.actors.find(({ id }) => id === actor)
  return known === undefined ? actor : (known.name[language] ?? Object.values(known.name)[0] ?? actor)
}

/** What is stored for an actor as typed or chosen: the framework's id where the words are its name in any language. */
export function actorValue(words: string, framework: Framework | null): string {
  const wanted = words.trim().toLowerCase()
  const known = framework?.actors.find(
    ({ id, name }) => id === wanted || Object.values(name).some((one) => one.toLowerCase() === wanted),
  )
  return known?.id ?? words.trim()
}
