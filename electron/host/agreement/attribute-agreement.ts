import type { z } from 'zod'
import type { AgreementAttributes, attributeNameSchema } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { countsOf } from '../../../shared/agreement/category-counts.ts'
import { krippendorffAlpha } from '../../../shared/agreement/krippendorff-alpha.ts'
import { percentAgreement } from '../../../shared/agreement/percent-agreement.ts'
import type { Passage } from '../../../shared/agreement/span-matching.ts'
import type { QueryContext } from '../context.ts'
import { codeScheme } from './code-scheme.ts'
import { figureOf } from './estimates.ts'
import { matchedPairs } from './pairs.ts'
import { readCoding, type CodedPassage } from './read-coding.ts'
import { select } from './selection.ts'

type AttributeName = z.output<typeof attributeNameSchema>
type Value = string | number

const COLUMNS: Readonly<Record<AttributeName, string>> = {
  polarity: 'polarity',
  evidence: 'evidence',
  actor: 'actor',
  referent: 'referent_case_id',
  affair: 'affair_id',
  event_time: 'event_time',
  certainty: 'certainty',
}
const NAMES = Object.keys(COLUMNS) as AttributeName[]

/** A passage whose codings say different things. */
const MIXED = Symbol('mixed')

/** Agreement on polarity and the other attributes, over passages that two coders marked alike. */
export function attributeAgreement(context: QueryContext, settings: AgreementSettings): AgreementAttributes {
  const scheme = codeScheme(context.db, settings)
  const asSpans: AgreementSettings = { ...settings, unit: 'spans' }
  const { documents } = readCoding(context, asSpans, select(context, asSpans))
  const valuesOf = attributesOf(context, settings.coderIds)
  const tallies = NAMES.map(() => ({ rows: [] as (readonly [Value | null, Value | null])[], unstated: 0, mixed: 0 }))
  let matches = 0
  for (const { pairs } of matchedPairs(documents, scheme, settings.overlap)) {
    for (const { first, second } of pairs) {
      matches++
      tallies.forEach((tally, column) => {
        const one = saidOf(first, column, valuesOf)
        const other = saidOf(second, column, valuesOf)
        if (one === MIXED || other === MIXED) tally.mixed++
        else if (one === null && other === null) tally.unstated++
        else tally.rows.push([one, other])
      })
    }
  }
  return {
    matches,
    rows: NAMES.map((attribute, column) => {
      const { rows, unstated, mixed } = tallies[column]!
      const isOrdinal = attribute === 'certainty'
      // Not stated is a value of its own; on the scale of certainty it has no place, so there it is missing.
      const counts = countsOf({
        rows: isOrdinal ? rows : rows.map((row) => row.map((value) => (value === null ? NOT_STATED : `=${value}`))),
      })
      return {
        attribute,
        pairs: rows.length,
        unstated,
        mixed,
        percent: figureOf(percentAgreement(counts)),
        alpha: figureOf(krippendorffAlpha(counts, isOrdinal ? 'ordinal' : 'nominal')),
      }
    }),
  }
}

const NOT_STATED = ''

type Attributes = readonly (Value | null)[]

function attributesOf({ db }: QueryContext, coderIds: readonly number[]): (codingId: number) => Attributes {
  const byId = new Map<number, Attributes>()
  for (const [id, ...values] of db.iterateRows<[number, ...(Value | null)[]]>(
    `SELECT id, ${Object.values(COLUMNS).join(', ')} FROM coding
     WHERE coder_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(coderIds),
  ))
    byId.set(id, values)
  return (codingId) => byId.get(codingId) ?? []
}

/** What a passage says of an attribute; MIXED where the codings it is made of say different things. */
function saidOf(
  { parts }: Passage<CodedPassage>,
  column: number,
  valuesOf: (codingId: number) => Attributes,
): Value | null | typeof MIXED {
  let said: Value | null = null
  for (const { codingId } of parts) {
    const value = valuesOf(codingId)[column] ?? null
    if (value === null) continue
    if (said !== null && said !== value) return MIXED
    said = value
  }
  return said
}
