import type { ProfileChange } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import type { QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { documentsInVersion } from '../index/versions.ts'
import type { Study } from '../study.ts'

/** A transcript with who of the coders worked on it, in their order. */
export interface SharedDocument {
  readonly document: DocumentFacts
  readonly worked: readonly boolean[]
}

export type LeftOut = ProfileChange['leftOut']

export interface Selection {
  readonly coders: readonly { readonly id: number; readonly name: string }[]
  /** Those that two or more of the coders worked on. */
  readonly documents: readonly SharedDocument[]
  readonly leftOut: LeftOut
}

/**
 * The coders and the transcripts of an analysis. Throws `agreement_one_coder` and `agreement_coder_gone`, and
 * `agreement_no_common` (coders) where no transcript is left, `agreement_blind` (coders) where work in some is hidden.
 */
export function select(context: QueryContext, settings: AgreementSettings, needsAll = false): Selection {
  const selection = selectAny(context, settings, needsAll)
  const { coders, documents, leftOut } = selection
  if (documents.length === 0)
    fail(leftOut.some(({ reason }) => reason === 'blind') ? 'agreement_blind' : 'agreement_no_common', {
      coders: coders.map(({ name }) => name).join(', '),
    })
  return selection
}

type Choice = Pick<AgreementSettings, 'coderIds' | 'documents' | 'version' | 'work'>

/** The same where it is no error that no transcript is left. */
export function selectAny({ db, study }: QueryContext, settings: Choice, needsAll: boolean): Selection {
  const { coderIds } = settings
  if (coderIds.length < 2) fail('agreement_one_coder')
  const names = new Map(db.rows<[number, string]>('SELECT id, name FROM coder'))
  const coders = coderIds.map((id) => ({ id, name: names.get(id) ?? fail('agreement_coder_gone') }))

  const documents: SharedDocument[] = []
  const leftOut: LeftOut = []
  for (const document of asked(study, settings)) {
    const isHidden = study.index.workOf(document.id).hiddenCoderIds.some((id) => coderIds.includes(id))
    const worked = workersOf(study, document.id, settings)
    const count = worked.filter(Boolean).length
    if (count >= (needsAll ? coderIds.length : 2)) documents.push({ document, worked })
    else
      leftOut.push({
        id: document.id,
        name: document.name,
        reason: isHidden ? 'blind' : count === 0 ? 'nobody' : count === 1 ? 'one_coder' : 'not_all_coders',
      })
  }
  return { coders, documents, leftOut }
}

function asked({ index }: Study, { documents, version, coderIds }: Choice): DocumentFacts[] {
  const all = documentsInVersion(index.documents.values(), version)
  switch (documents.kind) {
    case 'all':
      return all
    case 'assigned':
      return all.filter(({ id }) => {
        const having = new Set(index.workOf(id).states.map(({ coderId }) => coderId))
        return coderIds.every((coderId) => having.has(coderId))
      })
    case 'villages':
      return all.filter(({ villageId }) => documents.villageIds.includes(villageId))
    case 'documents': {
      const ids = new Set(documents.documentIds)
      return all.filter(({ id }) => ids.has(id))
    }
  }
}

/**
 * Which coders' unmarked text is a decision. To be assigned to a transcript is not yet work, nor is what cannot be seen: to
 * count it as nothing found would be to make it up.
 */
function workersOf({ index }: Study, documentId: number, { coderIds, work }: Choice): boolean[] {
  const { states, hiddenCoderIds } = index.workOf(documentId)
  const begun = new Set(states.filter(({ state }) => state !== 'assigned').map(({ coderId }) => coderId))
  for (const coderId of hiddenCoderIds) begun.delete(coderId)
  return coderIds.map((coderId) => begun.has(coderId) && (work === 'started' || index.isFinished(documentId, coderId)))
}
