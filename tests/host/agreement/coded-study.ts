import type { In, Out } from '../../../shared/contract/contract.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { code, importTexts, makeCode, type OpenedTranscript } from '../transcripts.ts'

/** Six answers of one word each to code, so that every figure can be worked out by hand. */
export const talk = (name: string, village: string, role = 'villager') =>
  `doc: ${name} | village: ${village} | respondent: ${name} | role: ${role} | lang: en

[T01] Interviewer: question zero
[T02] ${name}: alpha one
[T03] ${name}: bravo two
[T04] Interviewer: question one
[T05] ${name}: charlie three
[T06] ${name}: delta four
[T07] ${name}: echo five
[T08] ${name}: foxtrot six
`

type Settings = In<'agreement.compute'>['settings']

export interface Coded {
  readonly host: TestHost
  readonly transcripts: readonly OpenedTranscript[]
  readonly codes: Readonly<Record<'A' | 'B' | 'A1' | 'A2', number>>
  /** Ids of coders by name. */
  ids(): Promise<Map<string, number>>
  apply(coder: string, transcript: number, codeId: number, ...words: string[]): Promise<void>
  compute(settings?: Partial<Settings>, coders?: readonly string[]): Promise<Out<'agreement.compute'>>
}

export async function study(texts: readonly string[] = [talk('R1', 'SP')]): Promise<Coded> {
  const host = await openHost()
  const transcripts = await importTexts(host, ...texts)
  const a = await makeCode(host, 'A')
  const codes = {
    A: a,
    B: await makeCode(host, 'B'),
    A1: await makeCode(host, 'A1', a),
    A2: await makeCode(host, 'A2', a),
  }
  const ids = async () => new Map((await host.call('coder.list', {})).coders.map(({ id, name }) => [name, id]))
  return {
    host,
    transcripts,
    codes,
    ids,
    apply: async (coder, transcript, codeId, ...words) => {
      host.signInAs(coder)
      for (const word of words) await code(host, transcripts[transcript]!, word, codeId)
    },
    compute: async (settings = {}, coders = ['Ana', 'Ben']) => {
      const byName = await ids()
      return host.call('agreement.compute', {
        settings: {
          coderIds: coders.map((name) => byName.get(name)!),
          interval: { method: 'none' },
          ...settings,
        },
      })
    },
  }
}

export const rowOf = (result: Out<'agreement.compute'>, codeId: number) =>
  result.table!.rows.find((row) => row.codeId === codeId)!

export const finish = async ({ host }: Coded, coder: string, ...transcripts: OpenedTranscript[]) => {
  host.signInAs(coder)
  await host.call('document.setState', { ids: transcripts.map(({ id }) => id), state: 'finished' })
}
