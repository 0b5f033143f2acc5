import type { ObjectHit } from '../../../shared/contract/search.ts'
import type { Finder } from '../../../shared/search/find-in-text.ts'
import { foldText } from '../../../shared/search/fold-text.ts'
import { contextOf } from '../../../shared/text/quote.ts'
import type { ReadableDb } from '../database/db.ts'
import type { FoundObjects, ObjectHits } from './tasks.ts'

/** Listed of each kind; all are counted. */
const LISTED = 100
const CONTEXT = 60

interface ObjectText extends Pick<ObjectHit, 'id' | 'field' | 'language' | 'title' | 'owner'> {
  readonly text: string
}

/** Codes, memos and cases in whose words something is found. Each text counts once, however often it stands there. */
export function findObjects(db: ReadableDb, finder: Finder): FoundObjects {
  return {
    codes: hitsIn(codeTexts(db), finder),
    memos: hitsIn(memoTexts(db), finder),
    cases: hitsIn(caseTexts(db), finder),
  }
}

function hitsIn(texts: Iterable<ObjectText>, finder: Finder): ObjectHits {
  const first: ObjectHit[] = []
  let total = 0
  for (const { text, ...object } of texts) {
    const source = { text, language: object.language ?? 'und', folded: (keepCase: boolean) => foldText(text, keepCase) }
    const next = finder.findIn(source).next()
    if (next.done === true) continue
    const hit = next.value
    total++
    if (first.length === LISTED) continue
    const { prefix, suffix } = contextOf(text, hit, CONTEXT)
    first.push({ ...object, before: prefix, hit: text.slice(hit.start, hit.end), after: suffix })
  }
  return { total, first }
}

function* codeTexts(db: ReadableDb): Generator<ObjectText> {
  for (const { id, label } of db.all<{ id: number; label: string | null }>(
    'SELECT id, label FROM code ORDER BY sort_key, id',
  )) {
    const texts = db.all<{
      language: string
      name: string
      definition: string
      include: string
      exclude: string
      example: string
    }>(
      'SELECT language, name, definition, include, exclude, example FROM code_text WHERE code_id = ? ORDER BY language',
      id,
    )
    const title = [label, texts[0]?.name].filter(Boolean).join(' ')
    if (label !== null) yield { id, field: 'label', language: null, title, owner: null, text: label }
    for (const { language, ...fields } of texts)
      for (const [field, text] of Object.entries(fields))
        if (text !== '') yield { id, field, language, title, owner: null, text }
  }
}

interface MemoRow {
  readonly id: number
  readonly title: string
  readonly plain: string
  readonly kind: string
  readonly ownerId: number
}

function* memoTexts(db: ReadableDb): Generator<ObjectText> {
  for (const { id, title, plain, kind, ownerId } of db.all<MemoRow>(
    `SELECT id, title, plain,
       coalesce(meta_id, document_id, case_id, code_id, coding_id, episode_id) AS ownerId,
       CASE WHEN meta_id IS NOT NULL THEN 'study' WHEN document_id IS NOT NULL THEN 'document'
         WHEN case_id IS NOT NULL THEN 'case' WHEN code_id IS NOT NULL THEN 'code'
         WHEN coding_id IS NOT NULL THEN 'coding' ELSE 'episode' END AS kind
     FROM memo ORDER BY modified_at DESC, id DESC`,
  )) {
    const owner = { kind, id: ownerId }
    if (title !== '') yield { id, field: 'title', language: null, title, owner, text: title }
    if (plain !== '') yield { id, field: 'body', language: null, title, owner, text: plain }
  }
}

function* caseTexts(db: ReadableDb): Generator<ObjectText> {
  for (const { id, kind, name, role } of db.all<{ id: number; kind: string; name: string; role: string | null }>(
    'SELECT id, kind, name, role FROM case_unit ORDER BY sort_key, id',
  )) {
    const owner = { kind, id }
    yield { id, field: 'name', language: null, title: name, owner, text: name }
    if (role !== null && role !== '') yield { id, field: 'role', language: null, title: name, owner, text: role }
  }
  for (const { id, kind, name, value } of db.all<{ id: number; kind: string; name: string; value: string }>(
    `SELECT c.id, c.kind, c.name, v.value FROM attribute_value v JOIN case_unit c ON c.id = v.case_id
     ORDER BY c.sort_key, c.id, v.id`,
  ))
    if (value !== '') yield { id, field: 'attribute', language: null, title: name, owner: { kind, id }, text: value }
}
