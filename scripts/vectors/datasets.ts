import { z } from 'zod'
import { countsOf, countsOfTable, tableOf, valuesOf } from '../../shared/agreement/category-counts.ts'
import type { CategoryCounts, Continuum, Ratings, SetRatings, TwoWayTable } from '../../shared/agreement/types.ts'
import type { Dataset } from './vector-file.ts'

const value = z.union([z.string(), z.number()])
const table = z.array(z.array(z.number()))
const span = z.tuple([z.number(), z.number(), value])
const units = z.record(z.string(), z.array(span))

const schemas = {
  table,
  tables: z.array(table),
  counts: table,
  ratings: z.array(z.array(value.nullable())),
  set_ratings: z.array(z.array(z.array(value).nullable())),
  set_pairs: z.array(z.tuple([z.array(value), z.array(value)])),
  spans: z.object({ begin: z.number().default(0), length: z.number(), coders: units }),
  holsti: z.object({ m: z.number(), n1: z.number(), n2: z.number() }),
  gamma: z.object({
    coders: units,
    alpha: z.number(),
    beta: z.number(),
    delta: z.number(),
    samples: z.array(z.object({ coders: units })).default([]),
    expected_disorder: z.number().nullable().default(null),
    cat_order: z.array(value).optional(),
    cat_matrix: table.optional(),
  }),
}

export type DatasetType = keyof typeof schemas

/** The data of a data set of this type; null for one of another type. Throws where the data are not of their type. */
export function dataAs<T extends DatasetType>(dataset: Dataset, type: T): z.infer<(typeof schemas)[T]> | null {
  if (dataset.type !== type) return null
  return schemas[type].parse(dataset.data) as z.infer<(typeof schemas)[T]>
}

export function ratingsIn(dataset: Dataset): Ratings | null {
  const rows = dataAs(dataset, 'ratings')
  return rows === null ? null : { rows }
}

export function setRatingsIn(dataset: Dataset): SetRatings | null {
  const rows = dataAs(dataset, 'set_ratings')
  return rows === null ? null : { rows }
}

/** Tables, ratings and counts alike, as counts. */
export function countsIn(dataset: Dataset): CategoryCounts | null {
  const counts = dataAs(dataset, 'counts')
  if (counts !== null) {
    return { values: (counts[0] ?? []).map((_, k) => k), rows: counts, times: counts.map(() => 1) }
  }
  const cells = dataAs(dataset, 'table')
  if (cells !== null) return countsOfTable(cells)
  const ratings = ratingsIn(dataset)
  return ratings === null ? null : countsOf(ratings)
}

/** A two-way table, or that of two coders' ratings. */
export function tableIn(dataset: Dataset): TwoWayTable | null {
  const ratings = ratingsIn(dataset)
  if (ratings === null) return dataAs(dataset, 'table')
  return tableOf({ ...ratings, values: valuesOf(ratings) }, 0, 1)
}

/** Spans on one continuum, moved so that it begins at 0. */
export function continuumIn(dataset: Dataset): Continuum | null {
  const data = dataAs(dataset, 'spans')
  if (data === null) return null
  const coders = spansOf(data.coders).map((spans) =>
    spans.map((own) => ({ ...own, start: own.start - data.begin, end: own.end - data.begin })),
  )
  return { length: data.length, coders }
}

export function spansOf(coders: z.infer<typeof units>): { start: number; end: number; value: string | number }[][] {
  return Object.values(coders).map((spans) => spans.map(([start, end, code]) => ({ start, end, value: code })))
}
