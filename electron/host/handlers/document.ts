import type { CommandContext, HandlersOf } from '../context.ts'
import { update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { speakersOf, turnsOf } from '../index/turns.ts'
import type { Study } from '../study.ts'
import { personCalled, setVillage, villageCalled, waveCalled } from './cases.ts'
import { deleteDocuments } from './dependants.ts'
import { codedTurns } from './coded-turns.ts'
import { link, linkPreview, unlink } from './parallels.ts'
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
    }
  },

  'document.codedTurns': ({ db, study }, { id, layer }) => {
    documentOf(study, id)
    const coderId = study.index.coderIdIn(layer, id)
    return { turns: coderId === null ? [] : codedTurns(turnsOf(db, id), study.index.codings.of(id, coderId)) }
  },

  'document.linkPreview': ({ db, study }, { id, originalId }) =>
    linkPreview(db, study.index.documents, documentOf(study, id), documentOf(study, originalId)),

  'document.link': (context, { id, originalId }) => {
    const { db, study } = context
    const document = documentOf(study, id)
    const original = documentOf(study, originalId)
    context.describe({ document: document.name, original: original.name })
    link(db, study.index.documents, document, original)
    return {}
  },

  'document.unlink': (context, { id }) => {
    const { db, study } = context
    const document = documentOf(study, id)
    const original = documentOf(study, document.originalId)
    if (original.id === id) fail('not_a_version')
    context.describe({ document: document.name, original: original.name })
    unlink(db, document)
    return {}
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
    if (change.language !== undefined) update(db, 'document', id, { language: change.language })
    // Wave, date and cases are the original's: a parallel changes them there.
    const factsId = document.originalId
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
