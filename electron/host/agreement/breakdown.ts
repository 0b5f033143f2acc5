import { setImmediate } from 'node:timers/promises'
import type { AgreementBreakdown, AgreementBy, AgreementGroup } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { codeAgreementTable, type CodeAgreement } from '../../../shared/agreement/code-agreement.ts'
import { notEstimable } from '../../../shared/agreement/figure.ts'
import type { Figure } from '../../../shared/agreement/types.ts'
import { primaryLanguage } from '../../../shared/text/primary-language.ts'
import type { JobContext, QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { unitsIn } from './compute.ts'
import { codeScheme, type CodeScheme } from './code-scheme.ts'
import { rolesIn } from './counted-text.ts'
import { figureOf } from './estimates.ts'
import { inRows, readCoding, type RatedDocument } from './read-coding.ts'
import { select, type Selection } from './selection.ts'
import { patternsOf } from './table.ts'

interface Group {
  readonly key: number | string | null
  readonly name: string | null
  readonly documents: RatedDocument[]
}

/**
 * The same figures group by group: where the disagreement is. Throws `agreement_by_unit` for units that are not rated,
 * `agreement_role_of_episodes`, and what `computeAgreement` throws.
 */
export async function agreementBy(
  job: JobContext,
  settings: AgreementSettings,
  by: AgreementBy,
): Promise<AgreementBreakdown> {
  const context = job.read()
  const groups = groupsOf(context, settings, by)
  const scheme = codeScheme(context.db, settings)
  const result: AgreementGroup[] = []
  for (const group of groups) {
    if (group.documents.length === 0) continue
    result.push(groupOf(group, scheme, settings))
    job.progress(result.length, groups.length)
    // Between groups people go on coding, and may cancel.
    await setImmediate()
    job.signal.throwIfAborted()
  }
  return { by, groups: result }
}

/** The transcripts of an analysis in groups, as far as their text counts there. Throws what `agreementBy` throws. */
export function groupsOf(context: QueryContext, settings: AgreementSettings, by: AgreementBy): Group[] {
  if (settings.unit === 'spans' || settings.unit === 'continuum') fail('agreement_by_unit')
  if (settings.unit === 'episode' && by === 'role') fail('agreement_role_of_episodes')
  const selection = select(context, settings)
  return by === 'role'
    ? byRole(context, settings, selection)
    : byDocument(readCoding(context, settings, selection).documents, by)
}

/** In the order in which documents are listed; what is not stated last. */
function byDocument(documents: readonly RatedDocument[], by: Exclude<AgreementBy, 'role'>): Group[] {
  const groups = new Map<Group['key'], Group>()
  for (const rated of documents) {
    const [key, name] = groupKey(rated.document, by)
    const group = groups.get(key) ?? { key, name, documents: [] }
    groups.set(key, group)
    group.documents.push(rated)
  }
  return [...groups.values()].sort((a, b) => Number(a.key === null) - Number(b.key === null))
}

function groupKey(document: DocumentFacts, by: Exclude<AgreementBy, 'role'>): readonly [Group['key'], string | null] {
  switch (by) {
    case 'village':
      return [document.villageId, document.village]
    case 'document':
      return [document.id, document.name]
    case 'language':
      return [primaryLanguage(document.language), primaryLanguage(document.language)]
  }
}

/** A transcript counts for a role with what people of that role say in it. */
function byRole(context: QueryContext, settings: AgreementSettings, selection: Selection): Group[] {
  const members = new Map<string | null, Selection['documents'][number][]>()
  for (const shared of selection.documents)
    for (const role of rolesIn(context.study, shared.document)) {
      const list = members.get(role) ?? []
      members.set(role, list)
      list.push(shared)
    }
  return [...members]
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([role, documents]) => ({
      key: role,
      name: role,
      documents: [...readCoding(context, settings, { ...selection, documents }, { kind: 'role', role }).documents],
    }))
}

function groupOf({ key, name, documents }: Group, scheme: CodeScheme, settings: AgreementSettings): AgreementGroup {
  const coded = documents.map((document) => inRows(document, scheme))
  const used = new Set(coded.flatMap(({ coders }) => coders.flatMap((spans) => spans?.map(({ value }) => value) ?? [])))
  const codeIds = scheme.rowIds.filter((codeId) => used.has(codeId))
  const { rows, macro, pooled } = codeAgreementTable(patternsOf(coded, codeIds, settings, 'document'))
  return {
    key,
    name,
    documents: documents.length,
    units: documents.reduce((sum, document) => sum + unitsIn(document, settings), 0),
    disagreements: rows.reduce((sum, { table }) => sum + table.onlyFirst + table.onlySecond, 0),
    rows: rows
      .filter(({ appliedUnits }) => appliedUnits > 0)
      .map((row) => ({
        codeId: row.code,
        ...row.table,
        appliedUnits: row.appliedUnits,
        ...shown(row.hasHeadline, row),
      })),
    macro: {
      percent: figureOf(macro.percent.mean),
      positive: figureOf(macro.positive.mean),
      kappa: figureOf(macro.kappa.mean),
      alpha: figureOf(macro.alpha.mean),
    },
    pooled: figureOf(pooled),
  }
}

/** With too few applied units a code has counts alone. */
function shown(
  hasHeadline: boolean,
  { percent, positive, kappa, alpha }: Pick<CodeAgreement<number>, 'percent' | 'positive' | 'kappa' | 'alpha'>,
): Pick<AgreementGroup['rows'][number], 'percent' | 'positive' | 'kappa' | 'alpha'> {
  const of = (figure: Figure) => figureOf(hasHeadline ? figure : notEstimable('too_few_units'))
  return { percent: of(percent), positive: of(positive), kappa: of(kappa), alpha: of(alpha) }
}
