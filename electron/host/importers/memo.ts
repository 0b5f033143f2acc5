import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import type { CommandContext } from '../context.ts'
import { insert } from '../database/rows.ts'

/** A memo in plain words on a coding or an episode. */
export function insertMemo(
  { db }: CommandContext,
  owner: { readonly coding_id: number } | { readonly episode_id: number },
  coderId: number,
  written: string,
  at: number,
): void {
  const plain = plainMemo(written)
  insert(db, 'memo', {
    ...owner,
    kind: 'note',
    title: '',
    body: JSON.stringify(plainMemoBody(plain)),
    plain,
    coder_id: coderId,
    created_at: at,
    modified_at: at,
  })
}

/** LF line ends, and nothing that SQLite cannot keep. */
export function plainMemo(written: string): string {
  return written.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').toWellFormed()
}
