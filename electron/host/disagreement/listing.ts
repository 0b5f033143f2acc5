import type { Out, Parsed } from '../../../shared/contract/contract.ts'
import type { DisagreementGroup } from '../../../shared/contract/disagreement.ts'
import { codeTree } from '../code-rows.ts'
import type { QueryContext } from '../context.ts'
import type { ComparedDocument, ComparedRow, PassageCounts } from './compared-document.ts'
import type { ListedRow } from './detail.ts'
import { comparedScope } from './scope.ts'

type Asked = Omit<Parsed<'disagreement.list'>, 'offset' | 'limit'>

/** Rows of one code (null: episodes), in reading order. */
export interface ListedGroup {
  readonly codeId: number | null
  readonly rows: readonly ComparedRow[]
}

export interface Listing extends Pick<Out<'disagreement.list'>, 'counts' | 'groups'> {
  /** Worst codes first. */
  readonly listed: readonly ListedGroup[]
}

/** The disagreements in scope, by code, worst codes first, and how many there are of what. O(disagreements in scope). */
export function listing(context: QueryContext, input: Asked): Listing {
  const { documents } = comparedScope(context, input)
  const asked = input.codeIds === null ? null : new Set(input.codeIds)
  const withEpisodes = asked === null || (input.kinds?.includes('episode') ?? false)
  const totals = totalsOf(documents)
  const rank = ranks(context, totals)
  const groups = new Map<number | null, { all: number; undecided: number; rows: ComparedRow[] }>()
  const group = (codeId: number | null) => {
    let known = groups.get(codeId)
    if (known === undefined) groups.set(codeId, (known = { all: 0, undecided: 0, rows: [] }))
    return known
  }
  for (const codeId of totals.keys()) if (codeId === null ? withEpisodes : (asked?.has(codeId) ?? true)) group(codeId)
  const counts = new Map<string, Out<'disagreement.list'>['counts'][number]>()
  const isListed = filterOf(input)
  for (const { rows } of documents)
    for (const row of rows) {
      const codeId = row.kind === 'episode' ? null : worst(row.codeIds, asked, rank)
      if (codeId === undefined || (codeId === null && !withEpisodes)) continue
      const own = group(codeId)
      own.all++
      if (needsVerdict(row)) own.undecided++
      if (isListed(row)) own.rows.push(row)
      const key = `${row.kind} ${row.status}`
      const count = counts.get(key)
      if (count === undefined) counts.set(key, { kind: row.kind, status: row.status, count: 1 })
      else count.count++
    }
  const sorted = [...groups].sort(([a], [b]) => rank(a) - rank(b))
  return {
    counts: [...counts.values()],
    groups: sorted.map(([codeId, { all, undecided, rows }]): DisagreementGroup => {
      const { agreed, first, second } = totals.get(codeId) ?? NONE
      return {
        codeId,
        agreed,
        first,
        second,
        f1: f1Of({ agreed, first, second }),
        disagreements: all,
        undecided,
        listed: rows.length,
      }
    }),
    listed: sorted.map(([codeId, { rows }]) => ({ codeId, rows })),
  }
}

/** Whether somebody still has to say something on it. */
export function needsVerdict({ status }: Pick<ComparedRow, 'status'>): boolean {
  return status === 'undecided' || status === 'outdated'
}

/** The rows of a page, each with the code it is listed under. */
export function pageOf(listed: readonly ListedGroup[], offset: number, limit: number): ListedRow[] {
  const page: ListedRow[] = []
  let before = 0
  for (const { codeId, rows } of listed) {
    const from = Math.max(0, offset - before)
    for (const row of rows.slice(from, from + limit - page.length)) page.push({ row, codeId })
    before += rows.length
    if (page.length >= limit) break
  }
  return page
}

/** Where in the list a row is, and the next one that needs a verdict. */
export function placeIn(listed: readonly ListedGroup[], key: string | null, from: number): Out<'disagreement.place'> {
  let at = 0
  let index: number | null = null
  let first: number | null = null
  let next: number | null = null
  for (const { rows } of listed)
    for (const row of rows) {
      if (row.key === key) index = at
      if (needsVerdict(row)) {
        if (at !== from) first ??= at
        if (at > from) next ??= at
      }
      at++
    }
  return { index, next: next ?? first }
}

const NONE: PassageCounts = { agreed: 0, first: 0, second: 0 }

function totalsOf(documents: readonly ComparedDocument[]): Map<number | null, PassageCounts> {
  const totals = new Map<number | null, PassageCounts>()
  for (const { counts } of documents)
    for (const [codeId, { agreed, first, second }] of counts) {
      const total = totals.get(codeId) ?? { agreed: 0, first: 0, second: 0 }
      total.agreed += agreed
      total.first += first
      total.second += second
      totals.set(codeId, total)
    }
  return totals
}

/** null where neither has it: only a decision of earlier is left. */
function f1Of({ agreed, first, second }: PassageCounts): number | null {
  return first + second === 0 ? null : (2 * agreed) / (first + second)
}

/** Worst first: lowest F1, then most disagreements, then the codebook's order, episodes last. */
function ranks(
  { db }: QueryContext,
  totals: ReadonlyMap<number | null, PassageCounts>,
): (codeId: number | null) => number {
  const order = new Map<number | null, number>(codeTree(db).map(({ id }, at) => [id, at]))
  const apart = ({ agreed, first, second }: PassageCounts): number => first + second - 2 * agreed
  const sorted = [...totals].sort(
    ([a, one], [b, other]) =>
      (f1Of(one) ?? 1) - (f1Of(other) ?? 1) ||
      apart(other) - apart(one) ||
      (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity),
  )
  const places = new Map(sorted.map(([codeId], at) => [codeId, at]))
  return (codeId) => places.get(codeId) ?? places.size + (order.get(codeId) ?? order.size)
}

/** The code of a row under which it is listed; undefined: none that was asked for. */
function worst(
  codeIds: readonly number[],
  asked: ReadonlySet<number> | null,
  rank: (codeId: number) => number,
): number | undefined {
  let found: number | undefined
  for (const codeId of codeIds)
    if (asked === null || asked.has(codeId)) {
      if (found === undefined || rank(codeId) < rank(found)) found = codeId
    }
  return found
}

function filterOf({ kinds, status }: Asked): (row: ComparedRow) => boolean {
  return (row) => (kinds === null || kinds.includes(row.kind)) && (status === null || status.includes(row.status))
}
