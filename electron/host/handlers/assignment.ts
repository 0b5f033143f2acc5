import type { Kept } from '../../../shared/contract/assignment.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { studySettings, updateStudySettings } from '../study-settings.ts'
import { coderRow } from './coder.ts'
import { drawSample, recordOf } from './draw-sample.ts'
import { setWorkState } from './work-state.ts'

export const assignmentHandlers: HandlersOf<'assignment'> = {
  'assignment.set': (context, { coderIds, documentIds, state }) => {
    const { db, study, now } = context
    const coders = personsCalled(db, coderIds)
    const documents = documentIds.flatMap((id) => study.index.documents.get(id) ?? [])
    const kept: Kept[] = []
    const changed: { coderId: number; documentId: number }[] = []
    for (const { id: documentId } of documents) {
      const { codings, states } = study.index.workOf(documentId)
      for (const { id: coderId } of coders) {
        const known = states.find((one) => one.coderId === coderId)?.state
        if (state === 'assigned') {
          if (recordedState(db, coderId, documentId) !== undefined) continue
        } else {
          if (known === undefined) continue
          if (known === 'finished' || codings.some((one) => one.coderId === coderId)) {
            kept.push({ coderId, documentId, why: known === 'finished' ? 'finished' : 'begun' })
            continue
          }
        }
        setWorkState(db, { documentId, coderId, state, at: now })
        changed.push({ coderId, documentId })
      }
    }
    const changedDocuments = new Set(changed.map(({ documentId }) => documentId))
    if (changed.length === 0 && kept.length > 0)
      fail('assignment_begun', {
        coder: listed(new Set(kept.map(({ coderId }) => coderRow(db, coderId).name))),
        document: listed(new Set(kept.map(({ documentId }) => study.index.documents.get(documentId)?.name ?? ''))),
      })
    describe(
      context,
      state ?? 'withdrawn',
      coders.filter(({ id }) => changed.some(({ coderId }) => coderId === id)),
      documents.filter(({ id }) => changedDocuments.has(id)),
    )
    return { changed: changed.length, kept }
  },

  'assignment.drawPreview': ({ db, study }, draw) => {
    personsCalled(db, draw.coderIds)
    const { documents: _, ...preview } = drawSample(db, study.index, draw)
    return preview
  },

  'assignment.draw': (context, draw) => {
    const { db, study, now } = context
    const coders = personsCalled(db, draw.coderIds)
    const sample = drawSample(db, study.index, draw)
    if (sample.documents.length === 0) fail('draw_empty')
    for (const { id: documentId } of sample.documents)
      for (const { id: coderId } of coders)
        if (!study.index.workOf(documentId).states.some((one) => one.coderId === coderId))
          setWorkState(db, { documentId, coderId, state: 'assigned', at: now })
    const record = recordOf(draw, sample, {
      at: now,
      by: coderRow(db, context.coderId).name,
      coders: coders.map(({ name }) => name),
    })
    updateStudySettings(db, { draws: [...studySettings(db).draws, record] })
    describe(context, 'drawn', coders, sample.documents)
    return { documentIds: sample.documents.map(({ id }) => id), of: sample.candidates, assigned: sample.assigned }
  },

  'assignment.draws': ({ db }) => ({ draws: studySettings(db).draws.toReversed() }),
}

/** Throws `coder_gone`, and `assignment_consensus` for what is not a person: the consensus is decided, not coded. */
function personsCalled(db: ReadableDb, coderIds: readonly number[]): { id: number; name: string }[] {
  return [...new Set(coderIds)].map((id) => {
    const { name, kind } = coderRow(db, id)
    if (kind === 'consensus') fail('assignment_consensus')
    return { id, name }
  })
}

function recordedState(db: ReadableDb, coderId: number, documentId: number): number | undefined {
  return db.pluck<number>('SELECT id FROM assignment WHERE coder_id = ? AND document_id = ?', coderId, documentId)
}

function describe(
  context: CommandContext,
  deed: string,
  coders: readonly { name: string }[],
  documents: readonly DocumentFacts[],
): void {
  context.describe({
    context: deed,
    coder: listed(new Set(coders.map(({ name }) => name))),
    document: listed(new Set(documents.map(({ name }) => name))),
    count: documents.length,
  })
}

/** The first three names. */
function listed(names: ReadonlySet<string>): string {
  return [...names].slice(0, 3).join(', ') + (names.size > 3 ? ' …' : '')
}
