import type { WritableDb } from '../database/db.ts'
import { insert } from '../database/rows.ts'

/** What consent may be about (DESIGN 5): yes or no, and until when it can be taken back. */
const QUESTIONS = new Map([
  ['record', 'boolean'],
  ['quote', 'boolean'],
  ['share', 'boolean'],
  ['translate', 'boolean'],
  ['withdraw_by', 'date'],
])

const YES = /^(yes|y|true|1|是|同意|可)$/i
const NO = /^(no|n|false|0|否|不同意|不可)$/i

/**
 * Records a header's `consent: quote=yes share=no withdraw_by=2026-01-01` as attributes of the person. What cannot be
 * read stays where it is, in the transcript's header. An answer that is recorded already is not changed.
 */
export function recordConsent(db: WritableDb, personId: number, written: string): void {
  for (const [, name = '', answer = ''] of written.matchAll(/([\p{L}_-]+)\s*[=＝]\s*([^\s;,；，]+)/gu)) {
    const question = name.toLowerCase().replaceAll('-', '_')
    const type = QUESTIONS.get(question)
    const value = type === 'date' ? dateOf(answer) : type === 'boolean' ? booleanOf(answer) : null
    if (type === undefined || value === null) continue
    const attribute = `consent_${question}`
    const attributeId =
      db.pluck<number>(`SELECT id FROM attribute WHERE owner_kind = 'person' AND name = ?`, attribute) ??
      insert(db, 'attribute', { name: attribute, type, owner_kind: 'person' })
    const isRecorded = db.pluck(
      'SELECT 1 FROM attribute_value WHERE attribute_id = ? AND case_id = ?',
      attributeId,
      personId,
    )
    if (isRecorded === undefined)
      insert(db, 'attribute_value', { attribute_id: attributeId, case_id: personId, document_id: null, value })
  }
}

function booleanOf(answer: string): string | null {
  if (YES.test(answer)) return 'true'
  return NO.test(answer) ? 'false' : null
}

function dateOf(answer: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(answer) ? answer : null
}
