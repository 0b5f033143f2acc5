import { span, type Span } from '../../../shared/text/span.ts'
import { diffText } from '../../../shared/text/splice-diff.ts'
import { spliceMap } from '../../../shared/text/splice-map.ts'
import { applySplices, composeSplices, invertSplices, type Splice } from '../../../shared/text/splices.ts'
import { mapPassage, mapStretch, turnEdges, type TurnEdgeSet } from '../correction/map-anchors.ts'
import type { MergeSide, RevisionEdge } from './merge-side.ts'
import type { Place, PlacedTable } from './merge-tables.ts'

interface Step {
  readonly to: string
  readonly before: string
  readonly after: string
  readonly splices: readonly Splice[]
}

/** Where places of one document's revisions are in its others, in whichever of the two files these were made. */
export class MergedText {
  readonly #document: string
  readonly #sides: readonly MergeSide[]
  readonly #paths = new Map<string, readonly Step[]>()
  #edges: readonly RevisionEdge[] | null = null

  constructor(document: string, sides: readonly MergeSide[]) {
    this.#document = document
    this.#sides = sides
  }

  /** The text of a revision that either file has. Throws where neither has it. */
  textOf(revision: string): string {
    for (const side of this.#sides) {
      const text = side.textOf(revision)
      if (text !== undefined) return text
    }
    throw new Error('a revision without its text')
  }

  /** One list of splices from each revision to the next on the way; revisions that nothing links are compared. */
  path(from: string, to: string): readonly Step[] {
    const key = `${from} ${to}`
    let steps = this.#paths.get(key)
    if (steps === undefined) this.#paths.set(key, (steps = this.#findPath(from, to)))
    return steps
  }

  /** Everything on the way from one revision to another as one list. */
  splices(from: string, to: string): Splice[] {
    return this.path(from, to).reduce<Splice[]>((all, step) => composeSplices(all, step.splices), [])
  }

  /** Whether corrections lead from the one revision to the other. */
  comesFrom(newer: string, older: string): boolean {
    const found = new Set([newer])
    for (const at of found) for (const { parent, child } of this.#allEdges()) if (child === at) found.add(parent)
    return found.has(older)
  }

  #allEdges(): readonly RevisionEdge[] {
    return (this.#edges ??= this.#sides.flatMap((side) => side.revisionEdges(this.#document)))
  }

  #findPath(from: string, to: string): Step[] {
    if (from === to) return []
    const edges = this.#allEdges()
    const came = new Map<string, { from: string; splices: readonly Splice[] } | null>([[from, null]])
    for (const at of came.keys())
      for (const { parent, child, splices } of edges) {
        if (parent === at && !came.has(child)) came.set(child, { from: at, splices })
        if (child === at && !came.has(parent)) came.set(parent, { from: at, splices: invertSplices(splices) })
      }
    const way: { to: string; splices: readonly Splice[] }[] = []
    for (let at = to; ;) {
      const step = came.get(at)
      if (step === undefined || step === null) break
      way.unshift({ to: at, splices: step.splices })
      at = step.from
    }
    let before = this.textOf(from)
    if (way.length === 0) {
      const after = this.textOf(to)
      return [{ to, before, after, splices: diffText(before, after, 0) }]
    }
    return way.map(({ to: next, splices }) => {
      const step = { to: next, before, after: applySplices(before, splices), splices }
      before = step.after
      return step
    })
  }

  /** The place at every revision on the way, the first included. */
  placesAlong(table: PlacedTable, place: Place, from: string, to: string): Map<string, Place> {
    const places = new Map([[from, place]])
    if (place === null) {
      for (const step of this.path(from, to)) places.set(step.to, null)
      return places
    }
    let at: Span = span(place[0], place[1])
    let edges = this.path(from, to).length === 0 ? null : this.#edgesAt(from)
    for (const { to: next, before, after, splices } of this.path(from, to)) {
      const map = spliceMap(splices)
      const known = edges ?? { starts: new Set([0]), ends: new Set([before.length]) }
      at = table === 'coding' || table === 'decision' ? mapPassage({ after }, map, at) : mapStretch(map, known, at)
      edges = {
        starts: new Set([...known.starts].map((start) => map.offset(start, 'before'))),
        ends: new Set([...known.ends].map((end) => map.offset(end, 'after'))),
      }
      places.set(next, [at.start, at.end])
    }
    return places
  }

  #edgesAt(revision: string): TurnEdgeSet | null {
    const side = this.#sides.find((candidate) => candidate.revisionOf(this.#document) === revision)
    const documentId = side?.idOf('document', this.#document)
    if (side === undefined || documentId === undefined) return null
    return turnEdges(side.db, { documentId, before: this.textOf(revision) })
  }
}
