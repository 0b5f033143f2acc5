import type { AgreementResult } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { MINIMUM_DOCUMENTS } from '../../../shared/agreement/cluster-bootstrap.ts'
import { methodsSentence } from '../../../shared/agreement/methods-sentence.ts'
import { VERSION } from '../../../shared/version.ts'
import { codeRows } from '../code-rows.ts'
import type { JobContext, QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import { codeScheme } from './code-scheme.ts'
import { continuumAgreement } from './continuum-agreement.ts'
import { readCoding, type RatedDocument } from './read-coding.ts'
import { select } from './selection.ts'
import { spanAgreement } from './span-agreement.ts'
import { agreementTable } from './table.ts'

/** How far the coders agree. Throws `agreement_one_coder`, `agreement_coder_gone`, `agreement_no_common`, `agreement_no_codes`. */
export async function computeAgreement(job: JobContext, settings: AgreementSettings): Promise<AgreementResult> {
  const context = job.read()
  const { db } = context
  const scheme = codeScheme(db, settings)
  const selection = select(context, settings, settings.unit === 'continuum')
  const { documents, leftOut } = readCoding(context, settings, selection)
  if (documents.length === 0)
    fail('agreement_no_common', { coders: selection.coders.map(({ name }) => name).join(', ') })

  const { replicates, method } = settings.interval
  const isRated = settings.unit !== 'spans' && settings.unit !== 'continuum'
  const facts = {
    settings,
    study: db.pluck<string>('SELECT name FROM meta') ?? '',
    version: VERSION,
    coders: [...selection.coders],
    codes: codeRows(db).map(({ id, label, texts }) => ({
      id,
      label,
      names: Object.fromEntries(texts.map(({ language, name }) => [language, name])),
    })),
    documents: documentFacts(context, documents, settings),
    leftOut: [...selection.leftOut, ...leftOut],
    units: documents.reduce((sum, document) => sum + unitsIn(document, settings), 0),
    cluster: isRated && method === 'bootstrap' ? clusterOf(documents.length, settings) : null,
    warnings: warningsOf(context, documents, settings),
    table: isRated
      ? await agreementTable(documents, scheme, settings, job.signal, (done) => {
          job.progress(done, replicates)
        })
      : null,
    spans: settings.unit === 'spans' ? spanAgreement(documents, scheme, settings.overlap) : null,
    continuum: settings.unit === 'continuum' ? continuumAgreement(context, documents, scheme, settings) : null,
  }
  return {
    ...facts,
    sentences: { en: methodsSentence(facts, 'en'), 'zh-CN': methodsSentence(facts, 'zh-CN') },
  }
}

/** Units of analysis in a transcript; characters where those are counted, passages where spans are. */
export function unitsIn(document: RatedDocument, { unit }: AgreementSettings): number {
  if (unit === 'character' || unit === 'continuum') return document.length
  if (unit === 'spans') return document.passages.reduce((sum, own) => sum + (own?.length ?? 0), 0)
  return document.units.length
}

function clusterOf(documents: number, { unit }: AgreementSettings): 'document' | 'unit' {
  return documents >= MINIMUM_DOCUMENTS || unit === 'document' ? 'document' : 'unit'
}

function documentFacts(
  { db }: QueryContext,
  documents: readonly RatedDocument[],
  settings: AgreementSettings,
): AgreementResult['documents'] {
  const hashes = new Map(
    db.rows<[number, string]>(
      'SELECT d.id, r.text_hash FROM document d JOIN document_revision r ON r.id = d.revision_id',
    ),
  )
  return documents.map((rated) => {
    const { id, name, villageId, village } = rated.document
    return {
      id,
      name,
      villageId,
      village,
      textHash: hashes.get(id) ?? '',
      coderIds: settings.coderIds.filter((_, coder) => rated.worked[coder]),
      units: unitsIn(rated, settings),
    }
  })
}

function warningsOf(
  { study }: QueryContext,
  documents: readonly RatedDocument[],
  settings: AgreementSettings,
): AgreementResult['warnings'] {
  const { unit, coderIds } = settings
  const { method } = settings.interval
  const hasIntervals = unit !== 'spans' && unit !== 'continuum'
  const warnings: AgreementResult['warnings'] = []
  if (hasIntervals && method === 'bootstrap' && documents.length < MINIMUM_DOCUMENTS) warnings.push('few_documents')
  if (method === 'analytic' && unit === 'character') warnings.push('no_analytic_characters')
  else if (hasIntervals && method === 'analytic' && unit !== 'document') warnings.push('units_not_independent')
  if (!hasIntervals && method !== 'none') warnings.push('no_interval')
  if (documents.some(({ worked }) => worked.includes(false))) warnings.push('missing_ratings')
  if (
    documents.some(({ document, worked }) =>
      coderIds.some((coderId, coder) => worked[coder] === true && !study.index.isFinished(document.id, coderId)),
    )
  )
    warnings.push('unfinished')
  return warnings
}
