import { codeRefsOf } from '../../shared/framework/code-refs-of.ts'
import { forgetCodes } from '../../shared/framework/forget-codes.ts'
import type { Framework } from '../../shared/framework/framework-schema.ts'
import { frameworkSchema } from '../../shared/framework/framework-schema.ts'
import { replaceCodes, replacementEffect, type CodeReplacement } from '../../shared/framework/replace-codes.ts'
import { resolveFramework, type StudyCode } from '../../shared/framework/resolve-framework.ts'
import type { ReadableDb, WritableDb } from './database/db.ts'
import { update } from './database/rows.ts'

/** What the study's frameworks say of codes that go: they follow in the same operation. */

interface StoredFramework {
  readonly id: number
  readonly framework: Framework
}

function storedFrameworks(db: ReadableDb): StoredFramework[] {
  return db
    .all<{ id: number; body: string }>('SELECT id, body FROM framework')
    .map(({ id, body }) => ({ id, framework: frameworkSchema.parse(JSON.parse(body)) }))
}

export function isInFramework(db: ReadableDb, codeIds: readonly number[]): boolean {
  const named = new Set(storedFrameworks(db).flatMap(({ framework }) => codeRefsOf(framework).map(({ guid }) => guid)))
  return guidsOf(db, codeIds).some((guid) => named.has(guid))
}

export function forgetInFrameworks(db: WritableDb, codeIds: readonly number[]): void {
  const guids = new Set(guidsOf(db, codeIds))
  for (const stored of storedFrameworks(db)) save(db, stored, forgetCodes(stored.framework, guids))
}

/** Must be called while the codes that go are still there. */
export function replaceInFrameworks(db: WritableDb, from: readonly number[], to: number): void {
  for (const stored of storedFrameworks(db))
    save(db, stored, replaceCodes(stored.framework, replacementIn(db, stored.framework, from, to)))
}

/** What `replaceInFrameworks` would do. */
export function effectOnFrameworks(db: ReadableDb, from: readonly number[], to: number): 'none' | 'takes' | 'keeps' {
  const effects = storedFrameworks(db).map(({ framework }) =>
    replacementEffect(framework, replacementIn(db, framework, from, to)),
  )
  return effects.find((effect) => effect === 'takes') ?? effects.find((effect) => effect === 'keeps') ?? 'none'
}

function replacementIn(db: ReadableDb, framework: Framework, from: readonly number[], to: number): CodeReplacement {
  const codes = db.all<StudyCode>('SELECT id, guid, parent_id AS parentId, label FROM code')
  const { resolved } = resolveFramework(framework, codes)
  const target = codes.find(({ id }) => id === to)
  return {
    from: guidsOf(db, from),
    to: { guid: target?.guid ?? '', label: (target?.label ?? '').slice(0, 40) },
    hasMeaning:
      resolved.switchedOff.has(to) || resolved.dimensions.some(({ categoryByCode }) => categoryByCode.has(to)),
    hasReason: resolved.reasonByCode.has(to),
  }
}

/** In the order of `ids`. */
function guidsOf(db: ReadableDb, ids: readonly number[]): string[] {
  return ids.flatMap((id) => db.pluck<string>('SELECT guid FROM code WHERE id = ?', id) ?? [])
}

function save(db: WritableDb, { id, framework }: StoredFramework, next: Framework): void {
  const body = JSON.stringify(frameworkSchema.parse(next))
  if (body !== JSON.stringify(framework)) update(db, 'framework', id, { body })
}
