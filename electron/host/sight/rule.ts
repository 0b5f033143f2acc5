/**
 * The rule of blind coding, as SQL, read off the rows themselves whenever it is asked: nothing about it is stored. For who
 * asks, what coder C has done in document D is hidden unless C has finished D, and who asks has finished it too or has no
 * part in it: neither assigned, nor any coding or episode there. (A decision or a memo is no part: who supervises writes
 * both.) The consensus is a coder who has always finished. One's own work is never hidden.
 */

/** Who asks, as a coder of the study; null: somebody who has done nothing in it yet. */
export type Viewer = number | null

/**
 * An expression that is 1 where `viewer` may see what `coder` has done in `document`, else 0. Both are expressions over rows
 * that are not called `own`, `said` or `one`.
 */
export function sees(viewer: Viewer, coder: string, document: string): string {
  const others = `((${hasFinished(coder, document)} OR ${isConsensus(coder)}) AND ${seesOthers(viewer, document)})`
  return viewer === null ? others : `(${coder} = ${viewer} OR ${others})`
}

/** An expression that is 1 where `viewer` may see in `document` what others have finished. */
export function seesOthers(viewer: Viewer, document: string): string {
  if (viewer === null) return '1'
  // Found by their document: whoever has drawn many episodes would have all of them looked through.
  const hasPart = `(EXISTS (SELECT 1 FROM main.coding own WHERE own.coder_id = ${viewer} AND own.document_id = ${document})
    OR EXISTS (SELECT 1 FROM main.episode own WHERE +own.coder_id = ${viewer} AND own.document_id = ${document}))`
  return `CASE coalesce((SELECT own.state FROM main.assignment own
      WHERE own.coder_id = ${viewer} AND own.document_id = ${document}), '')
    WHEN 'finished' THEN 1 WHEN '' THEN NOT ${hasPart} ELSE 0 END`
}

function hasFinished(coder: string, document: string): string {
  return `EXISTS (SELECT 1 FROM main.assignment said
    WHERE said.coder_id = ${coder} AND said.document_id = ${document} AND said.state = 'finished')`
}

function isConsensus(coder: string): string {
  return `EXISTS (SELECT 1 FROM main.coder one WHERE one.id = ${coder} AND one.kind = 'consensus')`
}
