import type { In, Out } from '../../../shared/contract/contract.ts'
import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { study, talk, type Coded } from '../agreement/coded-study.ts'

/** Ana and Ben, who code the same transcripts. */
export interface TwoCoders extends Coded {
  readonly pair: () => Promise<[number, number]>
  list(input?: Partial<In<'disagreement.list'>>): Promise<Out<'disagreement.list'>>
  progress(): Promise<Out<'disagreement.progress'>>
  /** The row on these words. */
  rowAt(words: string, transcript?: number): Promise<DisagreementRow>
  decide(
    row: Pick<DisagreementRow, 'key'> | readonly Pick<DisagreementRow, 'key'>[],
    verdict: In<'disagreement.decide'>['verdict'],
    more?: Partial<In<'disagreement.decide'>>,
  ): Promise<Out<'disagreement.decide'>>
  reopen(...rows: Pick<DisagreementRow, 'key'>[]): Promise<void>
  /** What the layer has in a transcript, as code and words. */
  layer(layer: 'study' | number, transcript?: number): Promise<[code: string, words: string, polarity: string][]>
  consensusId(): Promise<number>
  attributes(coder: string, transcript: number, words: string, change: object): Promise<void>
}

export async function twoCoders(texts: readonly string[] = [talk('R1', 'SP')]): Promise<TwoCoders> {
  const coded = await study(texts)
  const { host, transcripts, codes } = coded
  const labels = new Map(Object.entries(codes).map(([label, id]) => [id, label]))
  const pair = async (): Promise<[number, number]> => {
    const ids = await coded.ids()
    return [ids.get('Ana')!, ids.get('Ben')!]
  }
  const list = async (input: Partial<In<'disagreement.list'>> = {}) =>
    host.call('disagreement.list', { coderIds: await pair(), ...input })
  const everything = async (layer: 'study' | number, transcript = 0) => {
    const { id, text } = transcripts[transcript]!
    const range = { start: 0, end: text.length }
    return (await host.call('coding.inRange', { documentId: id, layer, range })).codings
  }
  return {
    ...coded,
    pair,
    list,
    progress: async () => host.call('disagreement.progress', { coderIds: await pair() }),
    rowAt: async (words, transcript = 0) => {
      const { id, text } = transcripts[transcript]!
      const { rows } = await list()
      const found = rows.filter((row) => row.documentId === id && text.slice(row.start, row.end) === words)
      if (found.length !== 1) throw new Error(`${found.length} rows at: ${words}`)
      return found[0]!
    },
    decide: async (row, verdict, more = {}) =>
      host.call('disagreement.decide', {
        coderIds: await pair(),
        keys: [row].flat().map(({ key }) => key),
        verdict,
        ...more,
      }),
    reopen: async (...rows) => {
      await host.call('disagreement.reopen', { coderIds: await pair(), keys: rows.map(({ key }) => key) })
    },
    layer: async (layer, transcript = 0) =>
      (await everything(layer, transcript)).map(({ codeId, start, end, polarity }) => [
        labels.get(codeId) ?? String(codeId),
        transcripts[transcript]!.text.slice(start, end),
        polarity,
      ]),
    consensusId: async () =>
      (await host.call('coder.list', {})).coders.find(({ kind }) => kind === 'consensus')?.id ?? 0,
    attributes: async (coder, transcript, words, change) => {
      host.signInAs(coder)
      const own = (await coded.ids()).get(coder)!
      const at = transcripts[transcript]!.range(words)
      const ids = (await everything(own, transcript))
        .filter(({ start, end }) => start === at.start && end === at.end)
        .map(({ id }) => id)
      await host.call('coding.setAttributes', { ids, ...change })
    },
  }
}

/** Agreed: A on alpha. Ana alone: B on bravo. Another boundary: A1 on delta. Another code: A2 and B on echo. */
export async function fourWays(): Promise<TwoCoders> {
  const two = await twoCoders()
  const { apply, codes } = two
  await apply('Ana', 0, codes.A, 'alpha one')
  await apply('Ben', 0, codes.A, 'alpha one')
  await apply('Ana', 0, codes.B, 'bravo two')
  await apply('Ana', 0, codes.A1, 'delta')
  await apply('Ben', 0, codes.A1, 'delta four')
  await apply('Ana', 0, codes.A2, 'echo five')
  await apply('Ben', 0, codes.B, 'echo five')
  await apply('Ana', 0, codes.A1, 'foxtrot')
  await apply('Ben', 0, codes.A1, 'foxtrot')
  await two.attributes('Ben', 0, 'foxtrot', { polarity: 'negated' })
  return two
}
