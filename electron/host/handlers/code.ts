import type { CodeRow, CodeText } from '../../../shared/contract/code.ts'
import { frameworkSchema } from '../../../shared/framework/framework-schema.ts'
import { codeRefsOf } from '../../../shared/framework/code-refs-of.ts'
import { forgetCodes } from '../../../shared/framework/forget-codes.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { deleteCodes } from './dependants.ts'

export const codeHandlers: HandlersOf<'code'> = {
  'code.list': ({ db }) => ({ codes: codeRows(db) }),

  'code.counts': ({ db, study }, { layer, documentId }) => {
    const own = new Map<number, number>()
    for (const document of study.index.documents.values()) {
      if (documentId === null ? document.parallelOf !== null : document.id !== documentId) continue
      const coder = study.index.layerCoder(layer, document)
      if (coder.kind !== 'coder') continue
      for (const [codeId, count] of db.rows<[number, number]>(
        'SELECT code_id, count(*) FROM coding WHERE document_id = ? AND coder_id = ? GROUP BY code_id',
        document.id,
        coder.coderId,
      ))
        own.set(codeId, (own.get(codeId) ?? 0) + count)
    }
    const children = childrenByParent(db)
    const branch = (id: number): number =>
      (own.get(id) ?? 0) + (children.get(id) ?? []).reduce((sum, child) => sum + branch(child), 0)
    return {
      counts: db
        .pluckAll<number>('SELECT id FROM code ORDER BY id')
        .map((codeId) => ({ codeId, own: own.get(codeId) ?? 0, branch: branch(codeId) })),
    }
  },

  'code.create': (context, input) => {
    const id = createCode(context, input)
    context.describe({ code: input.label ?? input.name })
    return { id }
  },

  'code.update': (context, { id, ...change }) => {
    const { db } = context
    codeRow(db, id)
    refuseTaken(db, id, change)
    context.describe({ code: nameOf(db, id) })
    update(db, 'code', id, {
      ...(change.label !== undefined && { label: change.label }),
      ...(change.colour !== undefined && { colour: change.colour }),
      ...(change.shortcut !== undefined && { shortcut: change.shortcut }),
      ...(change.codable !== undefined && { codable: change.codable ? 1 : 0 }),
    })
    return {}
  },

  'code.setText': (context, { id, language, ...change }) => {
    const { db } = context
    codeRow(db, id)
    const known = db.get<{ id: number } & Pick<CodeText, 'definition' | 'include' | 'exclude'>>(
      'SELECT id, definition, include, exclude FROM code_text WHERE code_id = ? AND language = ?',
      id,
      language,
    )
    context.describe({ code: nameOf(db, id) })
    if (known === undefined) {
      insert(db, 'code_text', { code_id: id, language, name: nameOf(db, id), ...NO_PROSE, ...change })
    } else {
      update(db, 'code_text', known.id, change)
    }
    const redefined = (['definition', 'include', 'exclude'] as const).some(
      (field) => change[field] !== undefined && change[field] !== (known?.[field] ?? ''),
    )
    if (redefined) update(db, 'code', id, { redefined_at: context.now })
    return {}
  },

  'code.move': (context, { id, parentId, position }) => {
    const { db } = context
    const code = codeRow(db, id)
    if (parentId !== null && branchIds(db, id).includes(codeRow(db, parentId).id)) fail('code_in_itself')
    const siblings = siblingIds(db, parentId).filter((sibling) => sibling !== id)
    siblings.splice(Math.min(position, siblings.length), 0, id)
    if (code.parentId !== parentId) update(db, 'code', id, { parent_id: parentId })
    siblings.forEach((sibling, index) => update(db, 'code', sibling, { sort_key: index }))
    context.describe({ code: nameOf(db, id) })
    return {}
  },

  'code.dependants': ({ db }, { id }) => {
    const branch = branchIds(db, codeRow(db, id).id)
    const list = JSON.stringify(branch)
    const of = (what: string) =>
      db.pluck<number>(`SELECT count(${what}) FROM coding WHERE code_id IN (SELECT value FROM json_each(?))`, list) ?? 0
    const named = new Set(frameworks(db).flatMap(({ framework }) => codeRefsOf(framework).map((ref) => ref.guid)))
    return {
      codes: branch.length,
      codings: of('*'),
      coders: of('DISTINCT coder_id'),
      documents: of('DISTINCT document_id'),
      inFramework: guidsOf(db, branch).some((guid) => named.has(guid)),
    }
  },

  'code.delete': (context, { id }) => {
    const { db } = context
    const branch = branchIds(db, codeRow(db, id).id)
    context.describe({ code: nameOf(db, id), count: branch.length })
    forgetInFramework(context, branch)
    const { codings } = deleteCodes(db, branch)
    return { codes: branch.length, codings }
  },
}

const NO_PROSE = { definition: '', include: '', exclude: '', example: '' } as const

export interface NewCode {
  /** null: at the top of the codebook. */
  readonly parentId: number | null
  readonly name: string
  readonly language: string
  readonly label?: string | null
  /** Absent or null: the parent's, else the next of the palette. */
  readonly colour?: string | null
  readonly shortcut?: string | null
  readonly codable?: boolean
}

/** Makes a code, last among its siblings, and returns its id. Throws `code_gone` (parent), `label_taken`, `shortcut_taken`. */
export function createCode(context: CommandContext, wanted: NewCode): number {
  const { db } = context
  const { parentId, label = null, shortcut = null, codable = true } = wanted
  refuseTaken(db, null, { label, shortcut })
  if (parentId !== null) codeRow(db, parentId)
  const id = insert(db, 'code', {
    parent_id: parentId,
    label,
    colour: wanted.colour ?? nextColour(db, parentId),
    shortcut,
    codable: codable ? 1 : 0,
    sort_key: siblingIds(db, parentId).length,
    proposed_by: context.coderId,
    redefined_at: null,
  })
  insert(db, 'code_text', { code_id: id, language: wanted.language, name: wanted.name, ...NO_PROSE })
  return id
}

interface CodeTableRow {
  id: number
  parentId: number | null
  label: string | null
  colour: string
  shortcut: string | null
  codable: number
}

/** All codes, parents before children, siblings in their order. */
export function codeRows(db: ReadableDb): CodeRow[] {
  const texts = Map.groupBy(
    db.all<CodeText & { codeId: number }>(
      'SELECT code_id AS codeId, language, name, definition, include, exclude, example FROM code_text ORDER BY id',
    ),
    (text) => text.codeId,
  )
  const children = Map.groupBy(
    db.all<CodeTableRow>(
      `SELECT id, parent_id AS parentId, label, colour, shortcut, codable FROM code ORDER BY sort_key, id`,
    ),
    (code) => code.parentId,
  )
  const rows: CodeRow[] = []
  const visit = (parentId: number | null) => {
    for (const [position, code] of (children.get(parentId) ?? []).entries()) {
      rows.push({
        ...code,
        codable: code.codable === 1,
        position,
        texts: (texts.get(code.id) ?? []).map(({ codeId: _, ...text }) => text),
      })
      visit(code.id)
    }
  }
  visit(null)
  return rows
}

/** Ids and parents of all codes in tree order. */
export function codeTree(db: ReadableDb): { id: number; parentId: number | null }[] {
  const children = childrenByParent(db)
  const visit = (parentId: number | null): { id: number; parentId: number | null }[] =>
    (children.get(parentId) ?? []).flatMap((id) => [{ id, parentId }, ...visit(id)])
  return visit(null)
}

function codeRow(db: ReadableDb, id: number): CodeTableRow {
  return (
    db.get<CodeTableRow>(
      'SELECT id, parent_id AS parentId, label, colour, shortcut, codable FROM code WHERE id = ?',
      id,
    ) ?? fail('code_gone')
  )
}

/** How a code is called in messages: its label, else its first name. */
export function nameOf(db: ReadableDb, id: number): string {
  return (
    db.pluck<string>(
      `SELECT coalesce(c.label, (SELECT t.name FROM code_text t WHERE t.code_id = c.id ORDER BY t.id LIMIT 1))
       FROM code c WHERE c.id = ?`,
      id,
    ) ?? '?'
  )
}

export function childrenByParent(db: ReadableDb): Map<number | null, number[]> {
  const children = new Map<number | null, number[]>()
  for (const [id, parentId] of db.rows<[number, number | null]>(
    'SELECT id, parent_id FROM code ORDER BY sort_key, id',
  )) {
    const siblings = children.get(parentId)
    if (siblings === undefined) children.set(parentId, [id])
    else siblings.push(id)
  }
  return children
}

/** A code and all its descendants. */
export function branchIds(db: ReadableDb, id: number): number[] {
  return db.pluckAll<number>(
    `WITH RECURSIVE branch (id) AS (SELECT ? UNION SELECT c.id FROM code c JOIN branch b ON c.parent_id = b.id)
     SELECT id FROM branch`,
    id,
  )
}

function siblingIds(db: ReadableDb, parentId: number | null): number[] {
  return db.pluckAll<number>('SELECT id FROM code WHERE parent_id IS ? ORDER BY sort_key, id', parentId)
}

function guidsOf(db: ReadableDb, ids: readonly number[]): string[] {
  return db.pluckAll<string>('SELECT guid FROM code WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
}

function refuseTaken(
  db: ReadableDb,
  id: number | null,
  { label, shortcut }: { label?: string | null | undefined; shortcut?: string | null | undefined },
): void {
  const taken = (column: 'label' | 'shortcut', value: string | null | undefined) =>
    value === null || value === undefined
      ? undefined
      : db.pluck<number>(`SELECT id FROM code WHERE ${column} = ? AND id IS NOT ?`, value, id)
  const byLabel = taken('label', label)
  if (byLabel !== undefined) fail('label_taken', { label: label ?? '', code: nameOf(db, byLabel) })
  const byShortcut = taken('shortcut', shortcut)
  if (byShortcut !== undefined) fail('shortcut_taken', { shortcut: shortcut ?? '', code: nameOf(db, byShortcut) })
}

/** Colours for codes made on the way: a child takes its parent's, others go round a palette of equal weight. */
function nextColour(db: ReadableDb, parentId: number | null): string {
  const inherited = parentId === null ? undefined : codeRow(db, parentId).colour
  const count = db.pluck<number>('SELECT count(*) FROM code') ?? 0
  return inherited ?? PALETTE[count % PALETTE.length] ?? PALETTE[0]
}

const PALETTE = ['#2f7fb8', '#b8602f', '#3b8a4e', '#9a4fb0', '#b5443f', '#7a7a1f', '#2a8a8a', '#a0527a'] as const

function frameworks(db: ReadableDb) {
  return db
    .all<{ id: number; body: string }>('SELECT id, body FROM framework')
    .map(({ id, body }) => ({ id, framework: frameworkSchema.parse(JSON.parse(body)) }))
}

/** The framework refers to codes by guid: deleting codes changes it in the same operation. */
function forgetInFramework({ db }: CommandContext, ids: readonly number[]): void {
  const guids = new Set(guidsOf(db, ids))
  for (const { id, framework } of frameworks(db)) {
    const body = JSON.stringify(frameworkSchema.parse(forgetCodes(framework, guids)))
    if (body !== JSON.stringify(framework)) update(db, 'framework', id, { body })
  }
}
