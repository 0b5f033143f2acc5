import { viewBodySchema, type ViewBody } from '../../../shared/contract/view.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { insert, remove, update } from '../database/rows.ts'
import { fail } from '../errors.ts'

interface SavedView {
  readonly id: number
  readonly kind: ViewBody['kind']
  readonly name: string
}

export const viewHandlers: HandlersOf<'view'> = {
  'view.list': ({ db }, { kind }) => ({
    views: db
      .all<{ id: number; name: string; body: string; coder: string | null }>(
        `SELECT v.id, v.name, v.body, c.name AS coder FROM saved_view v LEFT JOIN coder c ON c.id = v.coder_id
         WHERE v.kind = ? ORDER BY v.name, v.id`,
        kind,
      )
      .flatMap(({ body, ...row }) => {
        const known = readBody(body)
        return known?.kind === kind ? [{ ...row, body: known }] : []
      }),
  }),

  'view.save': (context, { name, body }) => {
    const { db, coderId } = context
    context.describe({ name, context: body.kind })
    const known = idByName(db, body.kind, name)
    const columns = { name, body: JSON.stringify(body), coder_id: coderId }
    if (known === undefined) return { id: insert(db, 'saved_view', { kind: body.kind, ...columns }) }
    update(db, 'saved_view', known, columns)
    return { id: known }
  },

  'view.rename': (context, { id, name }) => {
    const { kind, name: before } = savedView(context, id)
    context.describe({ name: before, to: name, context: kind })
    const other = idByName(context.db, kind, name)
    if (other !== undefined && other !== id) fail('view_name_taken', { name })
    update(context.db, 'saved_view', id, { name })
    return {}
  },

  'view.remove': (context, { id }) => {
    const { kind, name } = savedView(context, id)
    context.describe({ name, context: kind })
    remove(context.db, 'saved_view', id)
    return {}
  },
}

/** Throws `view_gone`. */
function savedView({ db }: CommandContext, id: number): SavedView {
  return db.get<SavedView>('SELECT id, kind, name FROM saved_view WHERE id = ?', id) ?? fail('view_gone')
}

function idByName(db: ReadableDb, kind: string, name: string): number | undefined {
  return db.pluck<number>('SELECT id FROM saved_view WHERE kind = ? AND name = ? ORDER BY id LIMIT 1', kind, name)
}

/** null: saved by a later version, or damaged. */
function readBody(text: string): ViewBody | null {
  try {
    return viewBodySchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
