import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Out, Parsed } from '../../../shared/contract/contract.ts'
import { escapeMarkdown, markdownOfMemo, markdownPassage } from '../../../shared/memo/memo-markdown.ts'
import type { JobContext } from '../context.ts'
import { asUserError } from '../database/file-errors.ts'
import { listedMemos } from '../memo/memo-list.ts'
import { memosById } from '../memo/memo-rows.ts'
import { memoDocx } from './memo-docx.ts'
import { memoPager, type MemoPage } from './memo-pages.ts'
import { memoWordsIn } from './memo-words.ts'
import { replaceFile } from './replace-file.ts'

/** Writes memos to the file that the user chose. Throws `no_write_permission`, `disk_full`, `file_vanished`. */
export async function exportMemos(
  context: JobContext,
  { handle, format, ids, filter, sort, language }: Parsed<'memo.export'>,
): Promise<Out<'memo.export'>> {
  const path = context.files.pathOf(handle)
  const fileName = basename(path)
  const read = context.read()
  const chosen = ids ?? listedMemos(read, filter, sort).memos.map((memo) => memo.id)
  const pages = memosById(read.db, chosen).map(memoPager(read, language))
  const words = memoWordsIn(language)
  const study = read.db.pluck<string>('SELECT name FROM meta') ?? ''
  const made = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(Date.now())
  const head = { title: words.memos, lines: [`${words.study}: ${study}`, `${words.made}: ${made}`] }
  try {
    await replaceFile(path, async (temporary) => {
      writeFileSync(temporary, format === 'docx' ? await memoDocx(head, pages) : markdown(head, pages))
    })
    return { memos: pages.length, fileName }
  } catch (error) {
    throw asUserError(error, fileName)
  }
}

function markdown(head: { title: string; lines: readonly string[] }, pages: readonly MemoPage[]): string {
  const parts = [`# ${head.title}`, head.lines.map(escapeMarkdown).join('\\\n')]
  for (const { title, about, quote, body } of pages) {
    parts.push(`## ${escapeMarkdown(title)}`, `*${escapeMarkdown(about)}*`)
    if (quote !== null) parts.push(markdownPassage(quote.words, quote.citation))
    const written = markdownOfMemo(body, 2)
    if (written !== '') parts.push(written)
  }
  return `${parts.join('\n\n')}\n`
}
