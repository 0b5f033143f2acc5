import type { Memo, MemoPlace } from '../../../shared/contract/memo.ts'
import type { MemoBody } from '../../../shared/memo/memo-body.ts'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { QueryContext } from '../context.ts'
import { codeRows } from '../code-rows.ts'
import { memoPlace } from '../memo/memo-place.ts'
import { memoWordsIn } from './memo-words.ts'

/** A memo as it is put on paper. */
export interface MemoPage {
  /** What it is on. */
  readonly title: string
  /** Kind of object, who, when. */
  readonly about: string
  /** The coded words of a memo on a passage, with their citation. */
  readonly quote: { readonly words: string; readonly citation: string } | null
  /** A memo that cannot be read is its plain words. */
  readonly body: MemoBody
}

/** Turns memos into pages, with names in the language. */
export function memoPager(context: QueryContext, language: string): (memo: Memo) => MemoPage {
  const words = memoWordsIn(language)
  const codes = new Map(codeRows(context.db).map((code) => [code.id, code]))
  const coders = new Map(context.db.rows<[number, string]>('SELECT id, name FROM coder'))
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const codeCalled = (id: number | null) => {
    const code = id === null ? undefined : codes.get(id)
    return code === undefined ? null : codeTitle(code, language)
  }
  return (memo) => {
    const place = memoPlace(context, memo.owner)
    const title = [codeCalled(place.codeId), place.name, place.document, place.turnRef].filter(Boolean)
    return {
      title: memo.day ?? (memo.title || [...new Set(title)].join(' · ')),
      about: [
        memo.day === null ? words.kinds[memo.owner.kind] : words.journal,
        coders.get(memo.coderId) ?? '',
        `${words.changed} ${date.format(memo.modifiedAt)}`,
      ].join(' · '),
      quote: memo.owner.kind === 'coding' ? codedWords(context, place) : null,
      body: memo.body ?? plainMemoBody(memo.plain),
    }
  }
}

function codedWords({ study }: QueryContext, { documentId, start, end, turnRef }: MemoPlace): MemoPage['quote'] {
  if (documentId === null || start === null || end === null) return null
  const document = study.index.documents.get(documentId)
  return {
    words: study.index.texts.of(documentId).slice(start, end),
    citation: [document?.name, turnRef, document?.village].filter(Boolean).join(' · '),
  }
}

function codeTitle({ label, texts }: CodeRow, language: string): string {
  const primary = language.split('-')[0]
  const name = (
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language.split('-')[0] === primary) ??
    texts[0]
  )?.name
  return [...new Set([label, name])].filter(Boolean).join(' ')
}
