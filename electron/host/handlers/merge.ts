import { basename } from 'node:path'
import type { HandlersOf, JobContext } from '../context.ts'
import { fail } from '../errors.ts'
import { applyBringBack, previewBringBack } from '../merge/bring-back.ts'
import { writeHandOut } from '../merge/hand-out.ts'
import { studySettings } from '../study-settings.ts'

const COLOURS = ['#3f6fb5', '#b5573f', '#3f8f5b', '#8a5bb0', '#a8842c', '#2f8a99']

export const mergeHandlers: HandlersOf<'merge'> = {
  'merge.handOut': (context, { handle, coder, documentIds, others, memos }) => {
    const path = context.files.pathOf(handle)
    const study = context.whole()
    const known = study.db.pluckAll<number>('SELECT id FROM document ORDER BY id')
    if (documentIds?.some((id) => !known.includes(id)) === true) fail('document_gone')
    if (others === 'shown' && studySettings(study.db).blind) fail('hand_out_blind')
    const at = Date.now()
    const rows = writeHandOut(study, path, {
      choice: {
        coderId: colleague(context, coder, at),
        documentIds: [...new Set(documentIds ?? known)],
        withOthers: others === 'shown',
        withMemos: memos === 'included',
      },
      at,
      progress: context.progress,
    })
    const count = (table: 'document' | 'coding' | 'episode' | 'memo') => rows.get(table)?.size ?? 0
    return {
      fileName: basename(path),
      documents: count('document'),
      codings: count('coding'),
      episodes: count('episode'),
      memos: count('memo'),
    }
  },
  'merge.preview': (context, { handle, accept }) =>
    previewBringBack(context, { path: context.files.pathOf(handle), accept }),
  'merge.apply': (context, { handle, accept }) =>
    applyBringBack(context, { path: context.files.pathOf(handle), accept }),
}

/** The colleague as a coder of this study too, so that their work is known again as theirs. */
function colleague({ host, whole }: JobContext, name: string, at: number): number {
  const { db } = whole()
  const colour = COLOURS[(db.pluck<number>('SELECT count(*) FROM coder') ?? 0) % COLOURS.length] ?? '#3f6fb5'
  const initials = [...name].slice(0, 2).join('')
  const { coderId, operationId } = whole().joinAsCoder({ name, initials, colour }, at)
  if (operationId !== null) host.announce(operationId, null)
  return coderId
}
