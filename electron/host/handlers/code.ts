import type { CodeText } from '../../../shared/contract/code.ts'
import { forgetInFrameworks, isInFramework } from '../code-frameworks.ts'
import { codingsOf, mergeCodes, previewMerge } from '../code-merge.ts'
import { codeReviews, reviewQueue } from '../code-review.ts'
import { branchIds, codeRows, nameOf, needCode, siblingIds } from '../code-rows.ts'
import { codeCounts, codeUsage } from '../code-usage.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import type { ReadableDb, WritableDb } from '../database/db.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { hidesAny } from '../sight/hidden-rows.ts'
import { deleteCodes, deleteCodings } from './dependants.ts'

export const codeHandlers: HandlersOf<'code'> = {
  'code.list': ({ db }) => ({ codes: codeRows(db) }),

  'code.counts': (context, { layer, documentId }) => ({ counts: codeCounts(context, layer, documentId) }),

  'code.usage': (context, { id, layer }) => codeUsage(context, id, layer),

  'code.create': (context, input) => {
    const id = createCode(context, input)
    context.describe({ code: input.label ?? input.name })
    return { id }
  },

  'code.update': (context, { id, name, ...change }) => {
    const { db } = context
    needCode(db, id)
    refuseTaken(db, id, change)
    context.describe({ code: nameOf(db, id) })
    update(db, 'code', id, {
      ...(change.label !== undefined && { label: change.label }),
      ...(change.colour !== undefined && { colour: change.colour }),
      ...(change.shortcut !== undefined && { shortcut: change.shortcut }),
      ...(change.codable !== undefined && { codable: change.codable ? 1 : 0 }),
    })
    if (name !== undefined) setText(db, id, name.language, { name: name.text })
    return {}
  },

  'code.updateMany': (context, { ids, colour, codable }) => {
    const { db } = context
    for (const id of ids) {
      needCode(db, id)
      update(db, 'code', id, {
        ...(colour !== undefined && { colour }),
        ...(codable !== undefined && { codable: codable ? 1 : 0 }),
      })
    }
    describeCodes(context, ids)
    return {}
  },

  'code.setText': (context, { id, language, ...change }) => {
    const { db } = context
    needCode(db, id)
    context.describe({ code: nameOf(db, id) })
    setText(db, id, language, change)
    return {}
  },

  'code.redefine': (context, { id }) => {
    needCode(context.db, id)
    context.describe({ code: nameOf(context.db, id) })
    update(context.db, 'code', id, { redefined_at: context.now })
    return {}
  },

  'code.move': (context, { ids, parentId, position }) => {
    const { db } = context
    const moving = topmost(db, ids)
    if (parentId !== null) needCode(db, parentId)
    if (parentId !== null && moving.some((id) => branchIds(db, id).includes(parentId))) fail('code_in_itself')
    const siblings = siblingIds(db, parentId).filter((sibling) => !moving.includes(sibling))
    siblings.splice(Math.min(position, siblings.length), 0, ...moving)
    for (const id of moving) if (needCode(db, id).parentId !== parentId) update(db, 'code', id, { parent_id: parentId })
    siblings.forEach((sibling, index) => update(db, 'code', sibling, { sort_key: index }))
    describeCodes(context, moving)
    return {}
  },

  'code.dependants': ({ db }, { ids }) => {
    const branch = wholeBranches(db, ids)
    const list = JSON.stringify(branch)
    const of = (what: string) =>
      db.pluck<number>(`SELECT count(${what}) FROM coding WHERE code_id IN (SELECT value FROM json_each(?))`, list) ?? 0
    return {
      codes: branch.length,
      codings: of('*'),
      coders: of('DISTINCT coder_id'),
      documents: of('DISTINCT document_id'),
      memos:
        db.pluck<number>(
          `SELECT count(*) FROM memo WHERE code_id IN (SELECT value FROM json_each(?)) OR coding_id IN
             (SELECT id FROM coding WHERE code_id IN (SELECT value FROM json_each(?)))`,
          list,
          list,
        ) ?? 0,
      hidden: hidesAny(db, 'coding', 'code_id IN (SELECT value FROM json_each(?))', list),
      inFramework: isInFramework(db, branch),
    }
  },

  'code.delete': ({ write, progress }, { ids }) =>
    write((context) => {
      const { db, seen } = context
      const branch = wholeBranches(db, ids)
      const told = codingsOf(seen.db, branch).length
      describeCodes(context, ids)
      context.describe({ count: branch.length })
      forgetInFrameworks(db, branch)
      const codings = codingsOf(db, branch)
      for (let done = 0; done < codings.length; done += CHUNK) {
        progress(done, codings.length)
        deleteCodings(db, codings.slice(done, done + CHUNK))
      }
      deleteCodes(db, branch)
      return { codes: branch.length, codings: told }
    }),

  'code.mergePreview': ({ db }, { ids, into }) => previewMerge(db, ids, into),

  'code.merge': ({ write, progress }, input) => write((context) => mergeCodes(context, input, progress)),

  'code.reviews': (context) => codeReviews(context),

  'code.reviewQueue': (context, { id }) => reviewQueue(context, id),
}

/** Codings that go in one step, between two words about the progress. */
const CHUNK = 2000

/** What the undo label says: the first three by name, and how many there are. */
function describeCodes({ db, describe }: CommandContext, ids: readonly number[]): void {
  const shown = ids.slice(0, 3).map((id) => nameOf(db, id))
  describe({ code: shown.join(', ') + (ids.length > shown.length ? ' …' : ''), count: ids.length })
}

/** The codes that lie below none of the others, in the order given. Throws `code_gone`. */
function topmost(db: ReadableDb, ids: readonly number[]): number[] {
  const distinct = [...new Set(ids)]
  const below = new Set(distinct.flatMap((id) => branchIds(db, needCode(db, id).id).filter((other) => other !== id)))
  return distinct.filter((id) => !below.has(id))
}

function wholeBranches(db: ReadableDb, ids: readonly number[]): number[] {
  return [...new Set(ids.flatMap((id) => branchIds(db, needCode(db, id).id)))]
}

function setText(db: WritableDb, id: number, language: string, change: Partial<Omit<CodeText, 'language'>>): void {
  const known = db.pluck<number>('SELECT id FROM code_text WHERE code_id = ? AND language = ?', id, language)
  if (known === undefined)
    insert(db, 'code_text', { code_id: id, language, name: nameOf(db, id), ...NO_PROSE, ...change })
  else update(db, 'code_text', known, change)
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
  if (parentId !== null) needCode(db, parentId)
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
  const inherited = parentId === null ? undefined : needCode(db, parentId).colour
  const count = db.pluck<number>('SELECT count(*) FROM code') ?? 0
  return inherited ?? PALETTE[count % PALETTE.length] ?? PALETTE[0]
}

const PALETTE = ['#2f7fb8', '#b8602f', '#3b8a4e', '#9a4fb0', '#b5443f', '#7a7a1f', '#2a8a8a', '#a0527a'] as const
