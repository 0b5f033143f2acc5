import type { CommandContext, HandlersOf } from '../context.ts'
import { update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { speakersOf, turnsOf } from '../index/turns.ts'
import type { Study } from '../study.ts'
import { personCalled, setVillage, villageCalled, waveCalled } from './cases.ts'
import { deleteDocuments } from './dependants.ts'
import { casesOf } from './case-rows.ts'
import { setWorkState } from './work-state.ts'

export const documentHandlers: HandlersOf<'document' | 'speaker' | 'case'> = {
  'document.list': ({ study }) => ({
    documents: [...study.index.documents.values()].map((document) => ({
      name: document.name,
      language: document.language,
      parallelOf: document.parallelOf,
      villageId: document.villageId,
      village: document.village,
      respondents: [...document.respondents],
      waveId: document.waveId,
      wave: document.wave,
      interviewDate: document.interviewDate,
      length: document.length,
      turns: document.turns,
      ...study.index.workOf(document.id),
    })),
  }),

  'document.open': ({ db, study }, { id }) => {
    const document = documentOf(study, id)
    return {
      id,
      revisionId: document.revisionId,
      text: study.index.texts.of(id),
      language: document.language,
      turns: turnsOf(db, id).map(({ documentId: _, ...turn }) => turn),
      speakers: speakersOf(db, id),
      parallels: versionsOf(study, document).map(({ id, language, name }) => ({ id, language, name })),
    }
  },

  'document.codedTurns': ({ db, study }, { id, layer }) => {
    const codesByRef = new Map<string, Set<number>>()
    for (const version of versionsOf(study, documentOf(study, id))) {
      const coderId = study.index.coderIdIn(layer, version.id)
      if (coderId === null) continue
      for (const [ref, codeId] of db.rows<[string, number]>(
        `SELECT DISTINCT t.ref, c.code_id FROM turn t
         JOIN coding c ON c.document_id = t.document_id AND c.start < t."end" AND c."end" > t.speech_start
         WHERE t.document_id = ? AND c.coder_id = ?`,
        version.id,
        coderId,
      ))
        codesByRef.set(ref, (codesByRef.get(ref) ?? new Set()).add(codeId))
    }
    return { turns: [...codesByRef].map(([ref, codeIds]) => ({ ref, codeIds: [...codeIds] })) }
  },

  'document.update': (context, { id, ...change }) => {
    const { db, study } = context
    const document = documentOf(study, id)
    context.describe({ document: document.name })
    if (change.name !== undefined && change.name !== document.name) {
      if (db.pluck<number>('SELECT id FROM document WHERE name = ? AND id <> ?', change.name, id) !== undefined)
        fail('document_name_taken', { document: change.name })
      update(db, 'document', id, { name: change.name })
    }
    if (change.parallelOf !== undefined) linkParallel(context, document, change.parallelOf)
    if (change.language !== undefined) update(db, 'document', id, { language: change.language })
    // Wave, date and cases are the original's: a parallel changes them there.
    const factsId = change.parallelOf ?? (change.parallelOf === null ? id : document.originalId)
    if (change.interviewDate !== undefined) update(db, 'document', factsId, { interview_date: change.interviewDate })
    if (change.wave !== undefined)
      update(db, 'document', factsId, { wave_id: change.wave === null ? null : waveCalled(db, change.wave) })
    if (change.village !== undefined)
      setVillage(db, factsId, change.village === null ? null : villageCalled(db, change.village))
    return {}
  },

  'document.updateMany': (context, { ids, village, wave }) => {
    const { db, study } = context
    const present = describeDocuments(context, ids)
    const factsIds = new Set(present.map((id) => documentOf(study, id).originalId))
    const villageId = village === undefined || village === null ? village : villageCalled(db, village)
    const waveId = wave === undefined || wave === null ? wave : waveCalled(db, wave)
    for (const id of factsIds) {
      if (villageId !== undefined) setVillage(db, id, villageId)
      if (waveId !== undefined && waveId !== documentOf(study, id).waveId)
        update(db, 'document', id, { wave_id: waveId })
    }
    return {}
  },

  'document.setState': (context, { ids, state }) => {
    const { db, coderId, now } = context
    context.describe({ context: state ?? 'none' })
    for (const documentId of describeDocuments(context, ids)) setWorkState(db, { documentId, coderId, state, at: now })
    return {}
  },

  'document.delete': (context, { ids }) => {
    deleteDocuments(context.db, describeDocuments(context, ids))
    return {}
  },

  'speaker.update': (context, { id, ...change }) => {
    const { db, study } = context
    const speaker =
      db.get<{ documentId: number; label: string; caseId: number | null }>(
        'SELECT document_id AS documentId, label, case_id AS caseId FROM speaker WHERE id = ?',
        id,
      ) ?? fail('speaker_gone')
    const document = documentOf(study, speaker.documentId)
    context.describe({ speaker: speaker.label, document: document.name })
    const role = change.role
    update(db, 'speaker', id, {
      ...(change.label !== undefined && { label: change.label }),
      ...(change.kind !== undefined && { kind: change.kind }),
      ...(change.respondent !== undefined && {
        case_id:
          change.respondent === null ? null : personCalled(db, document.villageId, change.respondent, role ?? null),
      }),
      ...(role !== undefined && { role }),
    })
    return {}
  },

  'case.list': ({ db, study }) => ({ cases: casesOf(db, study.index.documents.values()) }),

  'case.update': (context, { id, ...change }) => {
    const { db } = context
    const name = db.pluck<string>('SELECT name FROM case_unit WHERE id = ?', id) ?? fail('case_gone')
    context.describe({ case: name })
    update(db, 'case_unit', id, {
      ...(change.name !== undefined && { name: change.name }),
      ...(change.role !== undefined && { role: change.role }),
    })
    return {}
  },
}

export function documentOf(study: Study, id: number): DocumentFacts {
  return study.index.documents.get(id) ?? fail('document_gone')
}

/** Names those of the documents that are there in the undo label, and returns them. */
function describeDocuments(context: CommandContext, ids: readonly number[]): number[] {
  const { documents } = context.study.index
  const present = ids.flatMap((id) => documents.get(id) ?? [])
  context.describe({
    document: present
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', '),
    count: present.length,
  })
  return present.map(({ id }) => id)
}

/** The other language versions of the same interview. */
function versionsOf(study: Study, document: DocumentFacts): DocumentFacts[] {
  return [...study.index.documents.values()].filter(
    (other) => other.originalId === document.originalId && other.id !== document.id,
  )
}

/** An interview is a star: one original, its versions. Errors: `parallel_of_itself`, `parallel_chain`. */
function linkParallel({ db, study }: CommandContext, document: DocumentFacts, originalId: number | null): void {
  if (originalId !== null) {
    const original = documentOf(study, originalId)
    if (original.id === document.id) fail('parallel_of_itself')
    const hasVersions = [...study.index.documents.values()].some((other) => other.parallelOf === document.id)
    if (original.parallelOf !== null || hasVersions) fail('parallel_chain', { document: original.name })
  }
  update(db, 'document', document.id, { parallel_of: originalId })
}
