import type { RespondentKey } from '../../../shared/interaction/respondent-key.ts'
import type { Speech } from '../../../shared/interaction/speech.ts'
import type { DocumentFacts } from './document-facts.ts'

/** The role in which a respondent speaks in a document: what the speaker was given there, else the person's. */
export function roleOf(speech: Speech, document: DocumentFacts, respondent: RespondentKey): string | null {
  const person = document.respondents.find(({ caseId }) => `case:${caseId}` === respondent)
  return speech.roles.get(respondent) ?? person?.role ?? null
}
