import type { Parsed } from '../../../shared/contract/contract.ts'
import { needCodable } from '../apply-code.ts'
import { nameOf } from '../code-rows.ts'
import type { CommandContext } from '../context.ts'
import { fail } from '../errors.ts'
import { passageOf } from '../handlers/coding.ts'
import { wholeTurns } from '../handlers/episode.ts'
import { Adjudication } from './adjudication.ts'
import { comparedDocuments, type ComparedDocument, type ComparedRow } from './compared-document.ts'
import { obstacleIn, pairOf } from './scope.ts'
import { swappedSide, swappedVerdict } from './stored-decision.ts'

type Coders = Parsed<'disagreement.decide'>['coderIds']

/** Gives a verdict on each disagreement. Returns the transcripts that it finished. */
export function decide(context: CommandContext, input: Parsed<'disagreement.decide'>): number[] {
  const { coderIds, keys, note, codeIds, verdict, attributesOf } = input
  for (const codeId of codeIds) needCodable(context.db, codeId)
  const { pair, isSwapped } = pairOf(coderIds)
  const asked = rowsByDocument(context, coderIds, keys)
  describe(context, [...asked.values()].flat())
  const finished: number[] = []
  for (const [compared, rows] of asked) {
    const adjudication = new Adjudication(context, compared, pair)
    for (const row of rows)
      adjudication.rule(
        row,
        {
          verdict: isSwapped ? swappedVerdict(verdict) : verdict,
          passage: passageFor(context, row, input.range),
          codeIds,
          attributesOf: isSwapped && attributesOf !== undefined ? swappedSide(attributesOf) : attributesOf,
        },
        note,
      )
    if (adjudication.settle()) finished.push(compared.documentId)
  }
  return finished
}

/** Takes verdicts back; rows without one are passed over. */
export function reopen(context: CommandContext, { coderIds, keys }: Parsed<'disagreement.reopen'>): void {
  const { pair } = pairOf(coderIds)
  const asked = rowsByDocument(context, coderIds, keys)
  describe(context, [...asked.values()].flat())
  for (const [compared, rows] of asked) {
    const decided = rows.filter(({ decision }) => decision !== null)
    if (decided.length === 0) continue
    const adjudication = new Adjudication(context, compared, pair)
    for (const row of decided) adjudication.takeBack(row)
    adjudication.reopen()
  }
}

/** Calls transcripts adjudicated or takes that back; those that cannot be compared are passed over. */
export function finish(
  context: CommandContext,
  { coderIds, documentIds, finished }: Parsed<'disagreement.finish'>,
): void {
  const { db, study } = context
  const { pair } = pairOf(coderIds)
  const known = documentIds.filter((id) => study.index.documents.has(id) && isCompared(context, id, coderIds))
  const compared = comparedDocuments(db, study.index, [...new Set(known)], pair).filter(
    (one) => obstacleIn(study.index, one) === null && (finished || study.index.consensusIn(one.documentId) !== null),
  )
  context.describe({
    document: namesOf(
      context,
      compared.map(({ documentId }) => documentId),
    ),
    count: compared.length,
    ...(finished ? {} : { context: 'open' }),
  })
  for (const one of compared) {
    const adjudication = new Adjudication(context, one, pair)
    if (finished) adjudication.finish()
    else adjudication.reopen()
  }
}

/** The disagreements that are asked for. Throws `disagreement_gone`, and why a transcript is not decided on by these two. */
function rowsByDocument(
  context: CommandContext,
  coderIds: Coders,
  keys: readonly string[],
): Map<ComparedDocument, ComparedRow[]> {
  const { db, study } = context
  const byDocument = Map.groupBy(new Set(keys), (key) => Number.parseInt(key, 10))
  for (const documentId of byDocument.keys()) {
    const document = study.index.documents.get(documentId) ?? fail('disagreement_gone')
    if (!isCompared(context, documentId, coderIds)) fail('disagreement_left_out', { document: document.name })
  }
  const found = new Map<ComparedDocument, ComparedRow[]>()
  for (const compared of comparedDocuments(db, study.index, [...byDocument.keys()], pairOf(coderIds).pair)) {
    const obstacle = obstacleIn(study.index, compared)
    if (obstacle !== null)
      fail(obstacle === 'other_coders' ? 'disagreement_other_coders' : 'disagreement_imported', {
        document: namesOf(context, [compared.documentId]),
      })
    const rows = new Map(compared.rows.map((row) => [row.key, row]))
    const asked = byDocument.get(compared.documentId) ?? []
    found.set(
      compared,
      asked.map((key) => rows.get(key) ?? fail('disagreement_gone')),
    )
  }
  return found
}

/** Whether both have worked on it, as far as who decides may see it. */
function isCompared({ seen }: CommandContext, documentId: number, coderIds: Coders): boolean {
  const { states, hiddenCoderIds } = seen.study.index.workOf(documentId)
  return coderIds.every(
    (id) => !hiddenCoderIds.includes(id) && states.some(({ coderId, state }) => coderId === id && state !== 'assigned'),
  )
}

function passageFor(
  context: CommandContext,
  { kind, documentId }: ComparedRow,
  range: Parsed<'disagreement.decide'>['range'],
) {
  if (range === undefined) return null
  const passage = passageOf(context.study.index.texts.of(documentId), range)
  return kind === 'episode' ? wholeTurns(context, documentId, passage) : passage
}

function describe(context: CommandContext, rows: readonly ComparedRow[]): void {
  const codeIds = [...new Set(rows.flatMap((row) => row.codeIds))]
  context.describe({
    document: namesOf(context, [...new Set(rows.map(({ documentId }) => documentId))]),
    code: listed(codeIds.map((id) => nameOf(context.db, id))),
    count: rows.length,
    ...(codeIds.length === 0 ? { context: 'episode' } : {}),
  })
}

function namesOf({ study }: CommandContext, documentIds: readonly number[]): string {
  return listed(documentIds.map((id) => study.index.documents.get(id)?.name ?? ''))
}

/** Three at most. */
function listed(names: readonly string[]): string {
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '')
}
