import type { Layer } from '../../shared/contract/values.ts'
import type { Out } from '../../shared/contract/contract.ts'
import { branchIds, childrenByParent, needCode } from './code-rows.ts'
import type { QueryContext } from './context.ts'

/** Passages per code in a layer: own, and with its descendants. `documentId` null: in all original transcripts. */
export function codeCounts(
  { db, study }: QueryContext,
  layer: Layer,
  documentId: number | null,
): Out<'code.counts'>['counts'] {
  const own = new Map<number, number>()
  for (const document of study.index.documents.values()) {
    if (documentId === null ? document.parallelOf !== null : document.id !== documentId) continue
    const coder = study.index.layerCoder(layer, document)
    if (coder.kind !== 'coder') continue
    for (const [codeId, count] of db.rows<[number, number]>(
      'SELECT code_id, count(*) FROM coding WHERE document_id = ? AND coder_id = ? AND start < "end" GROUP BY code_id',
      document.id,
      coder.coderId,
    ))
      own.set(codeId, (own.get(codeId) ?? 0) + count)
  }
  const children = childrenByParent(db)
  const branch = (id: number): number =>
    (own.get(id) ?? 0) + (children.get(id) ?? []).reduce((sum, child) => sum + branch(child), 0)
  return db
    .pluckAll<number>('SELECT id FROM code ORDER BY id')
    .map((codeId) => ({ codeId, own: own.get(codeId) ?? 0, branch: branch(codeId) }))
}

/** Where a code is used, with its denominators. Versions in other languages are not counted: an interview counts once. */
export function codeUsage({ db, study }: QueryContext, id: number, layer: Layer): Out<'code.usage'> {
  const redefinedAt = db.pluck<number | null>('SELECT redefined_at FROM code WHERE id = ?', needCode(db, id).id) ?? null
  const branch = new Set(branchIds(db, id))
  const own = { passages: 0, documents: 0 }
  const whole = { passages: 0, documents: 0 }
  const layerCounts = { read: 0, uncoded: 0, undecided: 0 }
  const inVersions = new Map<number, number>()
  const found = new Map<number, { own: number; branch: number; coders: Map<number, number> }>()
  for (const [documentId, coderId, codeId, count] of db.rows<[number, number, number, number]>(
    `SELECT document_id, coder_id, code_id, count(*) FROM coding
     WHERE code_id IN (SELECT value FROM json_each(?)) AND start < "end" GROUP BY document_id, coder_id, code_id`,
    JSON.stringify([...branch]),
  )) {
    const document = study.index.documents.get(documentId)
    if (document === undefined) continue
    if (document.parallelOf !== null) {
      if (codeId === id) inVersions.set(coderId, (inVersions.get(coderId) ?? 0) + count)
      continue
    }
    let entry = found.get(documentId)
    if (entry === undefined) found.set(documentId, (entry = { own: 0, branch: 0, coders: new Map() }))
    if (codeId === id) entry.coders.set(coderId, (entry.coders.get(coderId) ?? 0) + count)
    const coder = study.index.layerCoder(layer, document)
    if (coder.kind !== 'coder' || coder.coderId !== coderId) continue
    entry.branch += count
    if (codeId === id) entry.own += count
  }
  for (const document of study.index.documents.values()) {
    if (document.parallelOf !== null) continue
    const { kind } = study.index.layerCoder(layer, document)
    layerCounts[kind === 'coder' ? 'read' : kind]++
  }
  const coders = new Map<number, { passages: number; documents: number }>()
  for (const entry of found.values()) {
    add(own, entry.own)
    add(whole, entry.branch)
    for (const [coderId, count] of entry.coders) {
      const amount = coders.get(coderId) ?? { passages: 0, documents: 0 }
      add(amount, count)
      coders.set(coderId, amount)
    }
  }
  for (const coderId of inVersions.keys()) if (!coders.has(coderId)) coders.set(coderId, { passages: 0, documents: 0 })
  return {
    own,
    branch: whole,
    ...layerCounts,
    coders: [...coders]
      .map(([coderId, amount]) => ({ coderId, ...amount, inVersions: inVersions.get(coderId) ?? 0 }))
      .sort((one, other) => one.coderId - other.coderId),
    redefinedAt,
  }
}

function add(amount: { passages: number; documents: number }, passages: number): void {
  if (passages === 0) return
  amount.passages += passages
  amount.documents++
}
