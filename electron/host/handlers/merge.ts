import { basename } from 'node:path'
import type { Out } from '../../../shared/contract/contract.ts'
import type { HandlersOf, JobContext } from '../context.ts'
import { fail } from '../errors.ts'
import { writeHandOut } from '../merge/hand-out.ts'
import { openReturnedStudy } from '../merge/returned-study.ts'

const COLOURS = ['#3f6fb5', '#b5573f', '#3f8f5b', '#8a5bb0', '#a8842c', '#2f8a99']

export const mergeHandlers: HandlersOf<'merge'> = {
  'merge.handOut': (context, { handle, coder, documentIds, others, memos }) => {
    const path = context.files.pathOf(handle)
    const study = context.whole()
    const known = study.db.pluckAll<number>('SELECT id FROM document ORDER BY id')
    if (documentIds?.some((id) => !known.includes(id)) === true) fail('document_gone')
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
  'merge.preview': (context, { handle }) => read(context, handle),
  'merge.apply': (context, { handle }) => read(context, handle),
}

async function read(context: JobContext, handle: string): Promise<Out<'merge.preview'>> {
  const returned = await openReturnedStudy(context.files.pathOf(handle), context.whole().db)
  returned.close()
  return {
    fileName: returned.fileName,
    coders: [],
    handedOutAt: returned.handedOutAt,
    counts: [],
    documents: [],
    proposals: [],
    conflicts: [],
    known: 0,
    missing: [],
    lost: 0,
    others: 0,
  }
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
