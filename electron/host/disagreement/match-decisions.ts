import type { ComparedRow } from './compared-document.ts'
import type { Guids } from './guids.ts'
import type { StoredDecision, Subject, SubjectSide } from './stored-decision.ts'

type Found = Omit<ComparedRow, 'status' | 'decision'>

/**
 * Finds for each disagreement the decision that was made on it: by kind, place and codes. Where the coders' passages inside
 * that place are no longer what they were, it is outdated; so is one that is found only by lying there with one of the
 * codes. One that belongs to no disagreement any more (the coders agree by now) is a row of its own.
 *
 * @param decisions between the two coders in the order of the sides, the newest first
 */
export function matchDecisions(
  documentId: number,
  found: readonly Found[],
  decisions: readonly StoredDecision[],
  guids: Guids,
): ComparedRow[] {
  const undecided = (row: Found): ComparedRow => ({ ...row, status: 'undecided', decision: null })
  if (decisions.length === 0) return found.map(undecided)
  const left = new Map(found.map((row) => [row, subjectOf(row, guids)]))
  const rows = new Map<Found, ComparedRow>()
  const unmatched: [StoredDecision, Subject][] = []
  const take = (row: Found, decision: StoredDecision, isOutdated: boolean): void => {
    left.delete(row)
    const status = isOutdated ? 'outdated' : decision.verdict === 'open' ? 'left_open' : 'decided'
    rows.set(row, { ...row, status, decision })
  }

  for (const decision of decisions) {
    const { subject, start, end } = decision
    if (subject === null) continue
    const [row, now] =
      [...left].find(([row, now]) => row.start === start && row.end === end && isSame(now, subject)) ?? []
    if (row === undefined || now === undefined) unmatched.push([decision, subject])
    else take(row, decision, isOtherwise(now, subject))
  }
  const gone: ComparedRow[] = []
  for (const [decision, subject] of unmatched) {
    const [row] =
      [...left].find(([row, now]) => row.start < decision.end && row.end > decision.start && isAbout(now, subject)) ??
      []
    if (row !== undefined) take(row, decision, true)
    else gone.push(...rowWithout(documentId, decision, subject, guids))
  }
  return [...found.map((row) => rows.get(row) ?? undecided(row)), ...gone]
}

export function subjectOf(row: Pick<ComparedRow, 'kind' | 'start' | 'end' | 'a' | 'b'>, guids: Guids): Subject {
  return {
    kind: row.kind,
    length: row.end - row.start,
    a: row.a && guids.side(row.a, row.start),
    b: row.b && guids.side(row.b, row.start),
  }
}

function isSame(now: Subject, then: Subject): boolean {
  const [a, b] = [isSameSide(now.a, then.a), isSameSide(now.b, then.b)]
  return now.kind === then.kind && a && b
}

function isSameSide(now: SubjectSide | null, then: SubjectSide | null): boolean {
  return now === null || then === null ? now === then : now.code === then.code
}

/** Whether what the two had inside the place has changed. */
function isOtherwise(now: Subject, then: Subject): boolean {
  const hasMoved = (one: SubjectSide | null, other: SubjectSide | null): boolean =>
    now.length === then.length && (one?.start !== other?.start || one?.end !== other?.end)
  return (
    now.a?.says !== then.a?.says || now.b?.says !== then.b?.says || hasMoved(now.a, then.a) || hasMoved(now.b, then.b)
  )
}

function isAbout(now: Subject, then: Subject): boolean {
  const codesOf = ({ a, b }: Subject) => [a, b].flatMap((side) => (side === null ? [] : [side.code]))
  return codesOf(now).some((code) => codesOf(then).includes(code))
}

/** A code that is gone has taken with it what was decided. */
function rowWithout(documentId: number, decision: StoredDecision, subject: Subject, guids: Guids): ComparedRow[] {
  const codes = [subject.a, subject.b].flatMap((side) => side?.code ?? [])
  const codeIds = [...new Set(codes.flatMap((guid) => guids.codeWith(guid) ?? []))]
  if (codes.length > 0 && codeIds.length === 0) return []
  const { start, end } = decision
  const key = `${documentId} decision ${decision.id}`
  return [{ key, kind: subject.kind, documentId, start, end, a: null, b: null, codeIds, status: 'outdated', decision }]
}
