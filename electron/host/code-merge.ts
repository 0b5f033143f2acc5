import type { Out, Parsed } from '../../shared/contract/contract.ts'
import type { CodeText } from '../../shared/contract/code.ts'
import { memoBodySchema } from '../../shared/memo/memo-body.ts'
import { mapMemoReferences } from '../../shared/memo/map-references.ts'
import { plainMemoBody } from '../../shared/memo/memo-nodes.ts'
import { effectOnFrameworks, replaceInFrameworks } from './code-frameworks.ts'
import { nameOf, needCode, siblingIds } from './code-rows.ts'
import { countUnited, uniteEqualCodings } from './coding-merge.ts'
import type { CommandContext } from './context.ts'
import type { ReadableDb } from './database/db.ts'
import { insert, update } from './database/rows.ts'
import { replaceInDecisions } from './disagreement/replace-codes.ts'
import { fail } from './errors.ts'
import { hidesAny } from './sight/hidden-rows.ts'

/** Making one code of several. */

/** Columns that refer to a code and go over to the one that stays; `code.parent_id` and `code_text` are dealt with apart. */
export const CODE_REFERENCES = [
  ['coding', 'code_id'],
  ['memo', 'code_id'],
  ['summary', 'code_id'],
  ['episode_primary', 'code_id'],
] as const

const CHUNK = 2000

/**
 * The codes that go. Throws `code_gone`, `merge_into_itself` (code), `merge_into_below` (code, into),
 * `code_not_codable` (code) where codings would come to a code that only groups others.
 */
function codesToMerge(db: ReadableDb, ids: readonly number[], into: number): number[] {
  const { codable } = needCode(db, into)
  const going = [...new Set(ids)]
  for (const id of going) needCode(db, id)
  if (going.includes(into)) fail('merge_into_itself', { code: nameOf(db, into) })
  const above = db.pluckAll<number>(
    `WITH RECURSIVE above (id) AS (SELECT parent_id FROM code WHERE id = ? UNION
       SELECT c.parent_id FROM code c JOIN above a ON c.id = a.id)
     SELECT id FROM above WHERE id IS NOT NULL`,
    into,
  )
  const ancestor = going.find((id) => above.includes(id))
  if (ancestor !== undefined) fail('merge_into_below', { code: nameOf(db, ancestor), into: nameOf(db, into) })
  if (codable === 0 && codingsOf(db, going).length > 0) fail('code_not_codable', { code: nameOf(db, into) })
  return going
}

export function previewMerge(db: ReadableDb, ids: readonly number[], into: number): Out<'code.mergePreview'> {
  const going = codesToMerge(db, ids, into)
  const list = JSON.stringify(going)
  const united = countUnited(db, going, into)
  return {
    coders: db
      .all<{ coderId: number; codings: number }>(
        `SELECT coder_id AS coderId, count(*) AS codings FROM coding
         WHERE code_id IN (SELECT value FROM json_each(?)) GROUP BY coder_id ORDER BY coder_id`,
        list,
      )
      .map((row) => ({ ...row, united: united.get(row.coderId) ?? 0 })),
    documents:
      db.pluck<number>(
        'SELECT count(DISTINCT document_id) FROM coding WHERE code_id IN (SELECT value FROM json_each(?))',
        list,
      ) ?? 0,
    children: childrenOf(db, going).length,
    memos: db.pluck<number>('SELECT count(*) FROM memo WHERE code_id IN (SELECT value FROM json_each(?))', list) ?? 0,
    hidden: hidesAny(db, 'coding', 'code_id IN (SELECT value FROM json_each(?))', list),
    hasWords: textsOf(db, going).some((text) => proseOf(text) !== ''),
    framework: effectOnFrameworks(db, going, into),
  }
}

/** `told` hears how many of how many codings have gone over. Throws what `codesToMerge` throws. */
export function mergeCodes(
  context: CommandContext,
  { ids, into, words, language }: Parsed<'code.merge'>,
  told: (done: number, total: number) => void,
): Out<'code.merge'> {
  const { db, seen } = context
  const going = codesToMerge(db, ids, into)
  const { coders } = previewMerge(seen.db, going, into)
  const list = JSON.stringify(going)
  context.describe({
    code: going
      .slice(0, 3)
      .map((id) => nameOf(db, id))
      .join(', '),
    count: going.length,
    into: nameOf(db, into),
  })
  replaceInFrameworks(db, going, into)
  replaceInDecisions(db, going, into)
  keepWords(context, going, into, words, language)

  const codings = codingsOf(db, going)
  for (let done = 0; done < codings.length; done += CHUNK) {
    told(done, codings.length)
    db.run(
      'UPDATE coding SET code_id = ? WHERE id IN (SELECT value FROM json_each(?))',
      into,
      JSON.stringify(codings.slice(done, done + CHUNK)),
    )
  }
  for (const [table, column] of CODE_REFERENCES)
    if (table !== 'coding')
      db.run(`UPDATE ${table} SET ${column} = ? WHERE ${column} IN (SELECT value FROM json_each(?))`, into, list)
  uniteEqualCodings(context, codings)
  told(codings.length, codings.length)

  const position = siblingIds(db, into).filter((id) => !going.includes(id)).length
  for (const [index, id] of childrenOf(db, going).entries())
    update(db, 'code', id, { parent_id: into, sort_key: position + index })
  mentionInstead(context, going, into)
  db.run('DELETE FROM code_text WHERE code_id IN (SELECT value FROM json_each(?))', list)
  // Codes that go may lie below each other.
  db.exec('PRAGMA defer_foreign_keys = ON')
  db.run('DELETE FROM code WHERE id IN (SELECT value FROM json_each(?))', list)
  return {
    codings: coders.reduce((sum, coder) => sum + coder.codings, 0),
    united: coders.reduce((sum, coder) => sum + coder.united, 0),
  }
}

export function codingsOf(db: ReadableDb, ids: readonly number[]): number[] {
  return db.pluckAll<number>(
    'SELECT id FROM coding WHERE code_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(ids),
  )
}

/** Codes right below those that go, which stay. */
function childrenOf(db: ReadableDb, going: readonly number[]): number[] {
  return going.flatMap((id) => siblingIds(db, id)).filter((id) => !going.includes(id))
}

interface OwnText extends CodeText {
  readonly codeId: number
}

function textsOf(db: ReadableDb, ids: readonly number[]): OwnText[] {
  return ids.flatMap((codeId) =>
    db.all<OwnText>(
      `SELECT code_id AS codeId, language, name, definition, include, exclude, example FROM code_text
       WHERE code_id = ? ORDER BY id`,
      codeId,
    ),
  )
}

/** Everything but the name, a paragraph per field. */
function proseOf({ definition, include, exclude, example }: CodeText): string {
  return [definition, include, exclude, example].filter((part) => part.trim() !== '').join('\n')
}

function keepWords(
  context: CommandContext,
  going: readonly number[],
  into: number,
  words: Parsed<'code.merge'>['words'],
  language: string,
): void {
  const { db, coderId, now } = context
  if (words === 'drop') return
  const texts = textsOf(db, going).filter((text) => proseOf(text) !== '')
  if (texts.length === 0) return
  const labels = new Map(going.map((id) => [id, db.pluck<string | null>('SELECT label FROM code WHERE id = ?', id)]))
  const titled = (text: OwnText): string =>
    `${[labels.get(text.codeId), text.name].filter(Boolean).join(' ')}\n${proseOf(text)}`
  if (words === 'memo') {
    const plain = texts
      .toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
      .map(titled)
      .join('\n\n')
    insert(db, 'memo', {
      code_id: into,
      kind: 'note',
      title: '',
      body: JSON.stringify(plainMemoBody(plain)),
      plain,
      coder_id: coderId,
      created_at: now,
      modified_at: now,
    })
    return
  }
  for (const [tag, own] of Map.groupBy(texts, (text) => text.language)) {
    const known = db.get<{ id: number; definition: string }>(
      'SELECT id, definition FROM code_text WHERE code_id = ? AND language = ?',
      into,
      tag,
    )
    const definition = [known?.definition ?? '', ...own.map(titled)].filter((part) => part !== '').join('\n\n')
    if (known !== undefined) update(db, 'code_text', known.id, { definition })
    else
      insert(db, 'code_text', {
        code_id: into,
        language: tag,
        name: nameOf(db, into),
        definition,
        include: '',
        exclude: '',
        example: '',
      })
  }
}

/** Memos that mention a code that goes mention the other; the words stay as they were written. */
function mentionInstead({ db }: CommandContext, going: readonly number[], into: number): void {
  for (const { id, body } of db.all<{ id: number; body: string }>(
    `SELECT id, body FROM memo WHERE body LIKE '%"target":"code"%'`,
  )) {
    const parsed = memoBodySchema.safeParse(JSON.parse(body))
    if (!parsed.success) continue
    const next = JSON.stringify(
      mapMemoReferences(parsed.data, {
        reference: (reference) =>
          reference.target === 'code' && going.includes(reference.id) ? { ...reference, id: into } : reference,
      }),
    )
    if (next !== JSON.stringify(parsed.data)) update(db, 'memo', id, { body: next })
  }
}
