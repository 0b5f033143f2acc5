import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Out } from '../../shared/contract/contract.ts'
import { span, type Span } from '../../shared/text/span.ts'
import type { TestHost } from './open-host.ts'

/** A short interview with a village, a respondent and characters that trip offsets. */
export const INTERVIEW = `doc: SP-F5-w1 | village: SP 石坡 | respondent: F5 | role: villager | wave: 1 | lang: zh-CN

[T01] 访谈者：修路那事，干部是咋跟你们说的？
[T02] F5：贴了张单子，让三天内签字。😀老𠮷说没签的要停补助。
[T03] F5：我们几户没签，凑了车去县里问占地的钱。
[T04] 访谈者：后来呢？
[T05] F5：后来开了会，大伙投票定了路线。
`

export const SECOND_INTERVIEW = `doc: SG-F7-w1 | village: SG 沙岗 | respondent: F7 | role: villager | wave: 1 | lang: zh-CN

[T01] 访谈者：大棚您参加了吗？
[T02] F7：想参加，可家里就我一个，腰还不行。
`

export interface OpenedTranscript {
  readonly id: number
  readonly revisionId: number
  readonly text: string
  /** The only place where these words stand. */
  range(words: string): Span
}

/** Imports texts as files named `<index>.txt` and opens them, in their order. */
export async function importTexts(host: TestHost, ...texts: string[]): Promise<OpenedTranscript[]> {
  const handles = texts.map((text, index) => {
    const path = join(host.folder, `${Date.now()}-${index}.txt`)
    writeFileSync(path, text)
    return host.handle(path)
  })
  const { imported, failed } = await host.call('import.documents', { handles })
  if (failed.length > 0) throw new Error(`not imported: ${JSON.stringify(failed)}`)
  return Promise.all(imported.map(({ documentId }) => openTranscript(host, documentId)))
}

export async function openTranscript(host: TestHost, id: number): Promise<OpenedTranscript> {
  const { revisionId, text } = await host.call('document.open', { id })
  return {
    id,
    revisionId,
    text,
    range(words) {
      const start = text.indexOf(words)
      if (start < 0 || text.indexOf(words, start + 1) >= 0) throw new Error(`not exactly once: ${words}`)
      return span(start, start + words.length)
    },
  }
}

/** Applies a code to words of a transcript. */
export async function code(
  host: TestHost,
  transcript: OpenedTranscript,
  words: string,
  codeId: number,
): Promise<Out<'coding.apply'>['codings'][number]> {
  const { codings } = await host.call('coding.apply', {
    documentId: transcript.id,
    revisionId: transcript.revisionId,
    range: transcript.range(words),
    codeIds: [codeId],
  })
  const [first] = codings
  if (first === undefined) throw new Error('no coding')
  return first
}

export async function makeCode(host: TestHost, name: string, parentId: number | null = null): Promise<number> {
  return (await host.call('code.create', { parentId, name, language: 'en', label: name })).id
}

/** Ids of the study's codes by label. */
export async function codesByLabel(host: TestHost): Promise<Map<string, number>> {
  const { codes } = await host.call('code.list', {})
  return new Map(codes.flatMap(({ id, label }) => (label === null ? [] : [[label, id]])))
}
