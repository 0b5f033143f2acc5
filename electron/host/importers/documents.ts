import type { Out } from '../../../shared/contract/contract.ts'
import type { ImportDecision } from '../../../shared/contract/transfer.ts'
import type { JobContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { planDocuments, type DocumentPlan } from './plan-documents.ts'
import { previewItem, unreadableItem } from './preview-item.ts'
import { readBatch, type BatchFile } from './read-batch.ts'
import { writeDocuments, type ReadyDocument } from './write-documents.ts'

/** What would come in, in the order of the files. Nothing is written. */
export async function previewDocuments(
  context: JobContext,
  handles: readonly string[],
  decisions: readonly ImportDecision[],
): Promise<Out<'import.preview'>> {
  context.study()
  const files = await readBatch(context, handles, decisions, false)
  const { plans } = plan(context.read().db, files)
  return {
    items: files.map((file) => {
      const plan = plans.get(file)
      return plan === undefined
        ? unreadableItem(file.handle, file.fileName, file.error ?? { code: 'file_unreadable', params: {} })
        : previewItem(file.handle, plan)
    }),
  }
}

/** Imports the files that can be: one operation for all of them. The others are named with the reason. */
export async function importDocuments(
  context: JobContext,
  handles: readonly string[],
  decisions: readonly ImportDecision[],
): Promise<Out<'import.documents'>> {
  context.study()
  const files = await readBatch(context, handles, decisions, true)
  context.signal.throwIfAborted()
  return context.write((write) => {
    const { plans, ready } = plan(write.db, files)
    const imported = writeDocuments(write, ready)
    write.describe({ count: imported.length, document: namesOf(imported) })
    return {
      imported,
      failed: files.flatMap((file) => {
        const error = file.error ?? plans.get(file)?.error ?? null
        return error === null ? [] : [{ fileName: file.fileName, error }]
      }),
    }
  })
}

/** The plans of the files that could be read, and their contents where those were read too. */
function plan(
  db: ReadableDb,
  files: readonly BatchFile[],
): { plans: Map<BatchFile, DocumentPlan>; ready: ReadyDocument[] } {
  const readable = files.flatMap((file) => (file.error === null ? [file] : []))
  const planned = planDocuments(
    db,
    readable.map(({ read, decision }) => ({ facts: read.facts, decision })),
  )
  const both = planned.map((plan, index) => ({ plan, file: readable[index]! }))
  return {
    plans: new Map(both.map(({ plan, file }) => [file, plan])),
    ready: both.map(({ plan, file }) => ({ plan, content: file.read.content })),
  }
}

function namesOf(documents: readonly { readonly name: string }[]): string {
  return documents
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ')
}
