import { join } from 'node:path'
import { expect } from 'vitest'
import { checkStudy } from '../../../electron/host/check-study.ts'
import type { In, Out } from '../../../shared/contract/contract.ts'
import type { MergeResult } from '../../../shared/contract/merge.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openHost, TestHost } from '../open-host.ts'
import { seedTranscript } from '../seed.ts'

/** Ana's study with two transcripts and two codes, which Ana has coded a little. */
export interface AnasStudy {
  readonly ana: TestHost
  readonly documents: readonly [number, number]
  readonly codes: readonly [number, number]
}

export async function anasStudy(): Promise<AnasStudy> {
  const ana = await openHost({ coder: 'Ana' })
  const documents = [seedTranscript(ana, 'SP F4'), seedTranscript(ana, 'SP F5')] as const
  const { id: trust } = await ana.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
  const { id: fear } = await ana.call('code.create', { parentId: null, name: 'Fear', language: 'en' })
  await code(ana, documents[0], [2, 6], trust)
  return { ana, documents, codes: [trust, fear] }
}

/** Marks a stretch as the host's user; returns the coding's id. */
export async function code(
  host: TestHost,
  documentId: number,
  [start, end]: readonly [number, number],
  codeId: number,
): Promise<number> {
  await host.call('coding.apply', {
    documentId,
    revisionId: revisionOf(host, documentId),
    range: { start: utf16(start), end: utf16(end) },
    codeIds: [codeId],
  })
  return host.study.db.pluck<number>('SELECT max(id) FROM coding') ?? 0
}

export function revisionOf(host: TestHost, documentId: number): number {
  return host.study.db.pluck<number>('SELECT revision_id FROM document WHERE id = ?', documentId) ?? 0
}

export async function correct(
  host: TestHost,
  documentId: number,
  [start, end]: readonly [number, number],
  text: string,
): Promise<void> {
  await host.call('correction.apply', {
    documentId,
    revisionId: revisionOf(host, documentId),
    range: { start: utf16(start), end: utf16(end) },
    text,
    confirmLost: true,
  })
}

let copies = 0

/** Hands the study out, and opens the copy as the colleague. */
export async function handOut(
  ana: TestHost,
  coder: string,
  input: Partial<In<'merge.handOut'>> = {},
): Promise<{ copy: TestHost; path: string }> {
  const path = join(ana.folder, `for-${coder}-${++copies}.tianye`)
  await ana.call('merge.handOut', { handle: ana.handle(path), coder, ...input })
  const copy = new TestHost({ coder })
  await copy.open(path)
  return { copy, path }
}

export async function preview(
  host: TestHost,
  path: string,
  accept: In<'merge.preview'>['accept'] = [],
): Promise<MergeResult> {
  return host.call('merge.preview', { handle: host.handle(path), accept })
}

export async function bringBack(
  host: TestHost,
  path: string,
  accept: In<'merge.apply'>['accept'] = [],
): Promise<MergeResult> {
  return host.call('merge.apply', { handle: host.handle(path), accept })
}

export async function conflicts(
  host: TestHost,
  status: 'open' | 'decided' | 'all' = 'open',
): Promise<Out<'conflict.list'>['conflicts']> {
  return (await host.call('conflict.list', { status })).conflicts
}

/** What a preview says when there is nothing to bring. */
export const NOTHING = { counts: [], documents: [], proposals: [], conflicts: [], missing: [], lost: 0, others: 0 }

export function expectSound(host: TestHost): void {
  expect(
    checkStudy(host.study.db, { signal: new AbortController().signal, progress: () => undefined }).problems,
  ).toEqual([])
}

export function codesOf(host: TestHost): string[] {
  return host.study.db.pluckAll('SELECT name FROM code_text ORDER BY code_id')
}

export function codingsOf(host: TestHost, coder: string): string[] {
  return host.study.db.pluckAll(
    `SELECT t.name FROM coding k JOIN code_text t ON t.code_id = k.code_id JOIN coder c ON c.id = k.coder_id
     WHERE c.name = ? ORDER BY t.name`,
    coder,
  )
}

export function quotes(host: TestHost, coder: string): string[] {
  return host.study.db
    .rows<[string, number, number]>(
      `SELECT x.content, k.start, k."end" FROM coding k JOIN document d ON d.id = k.document_id
       JOIN document_revision r ON r.id = d.revision_id JOIN text x ON x.hash = r.text_hash
       JOIN coder c ON c.id = k.coder_id WHERE c.name = ? ORDER BY k.guid`,
      coder,
    )
    .map(([text, start, end]) => text.slice(start, end))
}
