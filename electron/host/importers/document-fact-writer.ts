import { languageTagSchema } from '../../../shared/contract/values.ts'
import { isoDate } from '../../../shared/text/transcript/dates.ts'
import type { CommandContext } from '../context.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { personCalled, setVillage, villageCalled, waveCalled } from '../handlers/cases.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import type { AttributeOwner } from './attribute-values.ts'
import type { Facts } from './attributes.ts'
import { normaliseLanguage } from './file-language.ts'
import { asName } from './names.ts'

interface SpeakerRow {
  readonly id: number
  readonly label: string
  readonly kind: string
  readonly caseId: number | null
  readonly role: string | null
}

/**
 * Finds the transcript that a row is about and sets its village, wave, date, language and respondent. Wave, date and
 * cases are the original's: a row about a version sets them there. Throws `unknown_document`, `bad_value`,
 * `several_respondents`.
 */
export function documentFactWriter(
  context: CommandContext,
): (name: string, facts: Facts) => AttributeOwner & { readonly set: () => boolean } {
  const { db, study } = context
  const documents = new Map([...study.index.documents.values()].reverse().map((document) => [document.name, document]))
  return (written, facts) => {
    const document =
      documents.get(written) ?? documents.get(asName(written) ?? '') ?? fail('unknown_document', { document: written })
    const date =
      facts.date === undefined
        ? null
        : (isoDate(facts.date) ?? fail('bad_value', { column: 'date', value: facts.date }))
    const language = facts.language === undefined ? null : languageOf(facts.language)
    return {
      kind: 'document',
      documentId: document.id,
      set: () => {
        const before = stateOf(context, document)
        const originalId = document.originalId
        if (language !== null && language !== document.language) update(db, 'document', document.id, { language })
        if (date !== null && date !== document.interviewDate)
          update(db, 'document', originalId, { interview_date: date })
        const wave = asName(facts.wave)
        if (wave !== null && wave !== document.wave)
          update(db, 'document', originalId, { wave_id: waveCalled(db, wave) })
        const village = asName(facts.village)
        const villageId = village === null ? document.villageId : villageCalled(db, village)
        if (village !== null) setVillage(db, originalId, villageId)
        setRespondent(context, originalId, villageId, asName(facts.respondent), asName(facts.role))
        return stateOf(context, document) !== before
      },
    }
  }
}

/** Everything that a row can set, to tell whether it did. */
function stateOf({ db }: CommandContext, { id, originalId }: DocumentFacts): string {
  return JSON.stringify([
    db.rows('SELECT language, interview_date, wave_id FROM document WHERE id IN (?, ?) ORDER BY id', id, originalId),
    db.rows('SELECT case_id FROM case_span WHERE document_id = ? ORDER BY id', originalId),
    db.rows(
      `SELECT s.id, s.case_id, coalesce(s.role, c.role) FROM speaker s LEFT JOIN case_unit c ON c.id = s.case_id
       WHERE s.document_id = ? ORDER BY s.id`,
      originalId,
    ),
  ])
}

function languageOf(written: string): string {
  const tag = languageTagSchema.safeParse(written)
  return tag.success ? normaliseLanguage(tag.data) : fail('bad_value', { column: 'lang', value: written })
}

/** The respondent is the speaker with that name or label, else the only one who answers; nobody there: a silent one. */
function setRespondent(
  { db }: CommandContext,
  documentId: number,
  villageId: number | null,
  name: string | null,
  role: string | null,
): void {
  if (name === null && role === null) return
  const speakers = db.all<SpeakerRow>(
    'SELECT id, label, kind, case_id AS caseId, role FROM speaker WHERE document_id = ? ORDER BY id',
    documentId,
  )
  const respondents = speakers.filter(({ kind }) => kind === 'respondent')
  const nameOf = (caseId: number) => db.pluck<string>('SELECT name FROM case_unit WHERE id = ?', caseId)
  const called = speakers.find(({ label, caseId }) => label === name || (caseId !== null && nameOf(caseId) === name))
  if (called === undefined && respondents.length > 1) fail('several_respondents', { respondent: name ?? '' })
  const speaker = called ?? respondents[0]
  const person = name ?? (speaker?.caseId == null ? null : (nameOf(speaker.caseId) ?? null))
  if (person === null) return
  const caseId = personCalled(db, villageId, person, role)
  const own = db.pluck<string>('SELECT role FROM case_unit WHERE id = ?', caseId) ?? null
  const roleHere = role === null || role === own ? null : role
  if (speaker === undefined)
    insert(db, 'speaker', {
      document_id: documentId,
      label: person,
      kind: 'respondent',
      case_id: caseId,
      role: roleHere,
    })
  else if (speaker.caseId !== caseId || (role !== null && speaker.role !== roleHere) || speaker.kind !== 'respondent')
    update(db, 'speaker', speaker.id, {
      case_id: caseId,
      kind: 'respondent',
      ...(role !== null && { role: roleHere }),
    })
}
