import type { WritableDb } from '../database/db.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { asName } from './names.ts'

export type AttributeOwner =
  { readonly kind: 'document'; readonly documentId: number } | { readonly kind: string; readonly caseId: number }

export interface AttributeWriter {
  /** Throws `bad_value` (column, value) where a value does not fit the type of its attribute. */
  check(owner: AttributeOwner, values: readonly string[]): void
  /** Sets the values, in the order of the columns; empty ones are passed over. Returns whether anything changed. */
  write(owner: AttributeOwner, values: readonly string[]): boolean
}

type AttributeType = 'text' | 'number' | 'date' | 'choice' | 'boolean'

interface Attribute {
  readonly id: number
  readonly type: AttributeType
}

const TRUE = /^(true|yes|y|是|有)$/i
const FALSE = /^(false|no|n|否|无|没有)$/i
const NUMBER = /^[-+]?\d{1,15}(\.\d+)?$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Writes attributes by the names of their columns. A new attribute gets the narrowest type that all values of its column
 * fit: yes or no, number, date, else text. One that is there keeps its type.
 */
export function attributeWriter(
  db: WritableDb,
  columns: readonly { readonly name: string; readonly values: readonly string[] }[],
): AttributeWriter {
  const known = new Map<string, Attribute>()

  function find(kind: string, index: number): Attribute | null {
    const { name } = columns[index] ?? { name: '' }
    const remembered = known.get(`${kind}|${index}`)
    if (remembered !== undefined) return remembered
    const attribute = db.get<Attribute>(
      'SELECT id, type FROM attribute WHERE owner_kind = ? AND name = ?',
      kind,
      asName(name),
    )
    if (attribute !== undefined) known.set(`${kind}|${index}`, attribute)
    return attribute ?? null
  }

  function make(kind: string, index: number): Attribute {
    const { name, values } = columns[index] ?? { name: '', values: [] }
    const type = typeOf(values.map((value) => value.trim()).filter((value) => value !== ''))
    const id = insert(db, 'attribute', { name: asName(name) ?? 'attribute', type, owner_kind: kind })
    known.set(`${kind}|${index}`, { id, type })
    return { id, type }
  }

  return {
    check(owner, values) {
      values.forEach((value, index) => {
        const attribute = value === '' ? null : find(owner.kind, index)
        if (attribute !== null && stored(attribute.type, value) === null)
          fail('bad_value', { column: columns[index]?.name ?? '', value: value.slice(0, 100) })
      })
    },
    write(owner, values) {
      let hasChanged = false
      values.forEach((written, index) => {
        if (written === '') return
        const attribute = find(owner.kind, index) ?? make(owner.kind, index)
        const value = stored(attribute.type, written) ?? written
        const [column, id] =
          'documentId' in owner ? (['document_id', owner.documentId] as const) : (['case_id', owner.caseId] as const)
        const present = db.get<{ id: number; value: string }>(
          `SELECT id, value FROM attribute_value WHERE attribute_id = ? AND ${column} = ?`,
          attribute.id,
          id,
        )
        if (present?.value === value) return
        hasChanged = true
        if (present === undefined)
          insert(db, 'attribute_value', {
            attribute_id: attribute.id,
            case_id: null,
            document_id: null,
            [column]: id,
            value,
          })
        else update(db, 'attribute_value', present.id, { value })
      })
      return hasChanged
    },
  }
}

function typeOf(values: readonly string[]): AttributeType {
  if (values.length === 0) return 'text'
  const types = ['boolean', 'number', 'date'] as const
  return types.find((type) => values.every((value) => stored(type, value) !== null)) ?? 'text'
}

/** A value as it is kept; null where it does not fit the type. */
function stored(type: AttributeType, value: string): string | null {
  switch (type) {
    case 'boolean':
      return TRUE.test(value) ? 'true' : FALSE.test(value) ? 'false' : null
    case 'number':
      return NUMBER.test(value) ? value : null
    case 'date':
      return DATE.test(value) && !Number.isNaN(Date.parse(value)) ? value : null
    case 'text':
    case 'choice':
      return value
  }
}
