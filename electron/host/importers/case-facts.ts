import type { WritableDb } from '../database/db.ts'
import { update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { leadingCode } from '../../../shared/text/leading-code.ts'
import type { AttributeOwner } from './attribute-values.ts'
import type { Facts } from './attributes.ts'
import { asName } from './names.ts'

interface CaseRow {
  readonly id: number
  readonly parentId: number | null
  readonly kind: string
  readonly name: string
  readonly role: string | null
}

/**
 * Finds the case that a row is about, by its name and, for persons, the village beside it. Throws `unknown_case`,
 * `ambiguous_case` (case).
 */
export function caseFacts(
  db: WritableDb,
): (
  about: 'case' | 'person' | 'village',
  written: string,
  facts: Facts,
) => AttributeOwner & { readonly set: () => boolean } {
  const cases = db.all<CaseRow>('SELECT id, parent_id AS parentId, kind, name, role FROM case_unit ORDER BY id')
  const isCalled = (row: CaseRow, name: string) =>
    row.name === name || (row.kind === 'village' && leadingCode(row.name) !== null && leadingCode(row.name) === name)
  return (about, written, facts) => {
    const name = asName(written) ?? fail('unknown_case', { case: written })
    const villages = cases.filter(
      (row) => row.kind === 'village' && facts.village !== undefined && isCalled(row, facts.village),
    )
    const found = cases.filter(
      (row) =>
        (about === 'case' || row.kind === about) &&
        isCalled(row, name) &&
        (facts.village === undefined || row.kind === 'village' || villages.some(({ id }) => id === row.parentId)),
    )
    const [only, ...others] = found
    if (only === undefined) fail('unknown_case', { case: name })
    if (others.length > 0) fail('ambiguous_case', { case: name })
    return {
      kind: only.kind,
      caseId: only.id,
      set: () => {
        const role = asName(facts.role)
        if (role === null || role === only.role) return false
        update(db, 'case_unit', only.id, { role })
        return true
      },
    }
  }
}
