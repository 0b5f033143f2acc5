import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../../electron/host/errors.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { span } from '../../../shared/text/span.ts'
import { dump } from '../database/dump.ts'
import { twoCoders, type TwoCoders } from './two-coders.ts'

const PEOPLE = ['Ana', 'Ben', 'Cai'] as const
const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(
    'code',
    'code',
    'decide',
    'decide',
    'decide',
    'reopen',
    'finish',
    'qualify',
    'correct',
    'episode',
    'undo',
    'redo',
  ),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does what the step says, as far as it can be done. What was done up to the operation `since` is not undone. */
async function act(two: TwoCoders, { who, what, picks }: Step, since: number): Promise<void> {
  const { host, codes } = two
  const [first = 0, second = 0, third = 0, fourth = 0] = picks
  const coderIds = await two.pair()
  const documentId = two.transcripts[0]!.id
  const { revisionId, text } = await host.call('document.open', { id: documentId })
  const start = first % (text.length - 12)
  const range = span(start, start + 1 + (second % 11))
  const { rows } = await two.list()
  const row = rows[third % Math.max(1, rows.length)]
  host.signInAs(PEOPLE[who % (what === 'code' || what === 'episode' || what === 'qualify' ? 2 : 3)]!)
  const code = Object.values(codes)[third % 4]!
  switch (what) {
    case 'code':
      await host.call('coding.apply', { documentId, revisionId, range, codeIds: [code] })
      return
    case 'episode':
      await host.call('episode.create', { documentId, revisionId, range, affair: third % 2 === 0 ? 'road' : null })
      return
    case 'qualify': {
      const own = (await host.call('coder.list', {})).currentId!
      const { codings } = await host.call('coding.inRange', { documentId, layer: own, range })
      if (codings[0] !== undefined)
        await host.call('coding.setAttributes', { ids: [codings[0].id], polarity: 'negated', certainty: 2 })
      return
    }
    case 'correct':
      await host.call('correction.apply', { documentId, revisionId, range, text: 'new words', confirmLost: true })
      return
    case 'decide': {
      if (row === undefined) return
      const verdict = (['a', 'b', 'both', 'span', 'open'] as const)[fourth % 5]!
      const attributesOf = (['a', 'b', undefined] as const)[second % 3]
      const input: In<'disagreement.decide'> = { coderIds, keys: [row.key], verdict }
      await host.call('disagreement.decide', {
        ...input,
        ...(attributesOf !== undefined && { attributesOf }),
        ...(verdict === 'span' && { range, codeIds: row.kind === 'episode' ? [] : [code] }),
      })
      return
    }
    case 'reopen':
      if (row !== undefined) await host.call('disagreement.reopen', { coderIds, keys: [row.key] })
      return
    case 'finish':
      await host.call('disagreement.finish', { coderIds, documentIds: [documentId], finished: fourth % 3 > 0 })
      return
    case 'undo':
      if (nextUndo(two, (await host.call('coder.list', {})).currentId!) > since) await host.call('history.undo', {})
      return
    case 'redo':
      await host.call('history.redo', {})
  }
}

function nextUndo({ host }: TwoCoders, coderId: number): number {
  return host.study.undoLog.next(coderId, 'undo') ?? 0
}

async function attempt(body: Promise<void>): Promise<boolean> {
  try {
    await body
    return true
  } catch (error) {
    if (error instanceof UserError && error.code !== 'bad_input') return false
    throw error
  }
}

test('after any work and any verdicts: what is told is as if read anew, the file is sound, and all of it can be undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const two = await twoCoders()
      const { host, codes } = two
      host.study.writable().exec('PRAGMA synchronous = OFF')
      for (const [coder, words] of [
        ['Ana', 'alpha one'],
        ['Ben', 'alpha'],
        ['Ana', 'delta four'],
        ['Ben', 'delta four'],
        ['Ana', 'echo'],
      ] as const)
        await two.apply(coder, 0, codes.A1, words)
      for (const person of PEOPLE) {
        host.signInAs(person)
        await host.call('document.setState', { ids: [two.transcripts[0]!.id], state: 'in_progress' })
      }
      const start = dump(host.study.db)
      const operations = host.study.db.pluck<number>('SELECT max(id) FROM operation')!
      for (const one of steps) {
        const before = dump(host.study.db)
        const isDone = await attempt(act(two, one, operations))
        const isSaid = ['decide', 'reopen', 'finish'].includes(one.what) && isDone
        const isOther = isSaid && JSON.stringify(dump(host.study.db)) !== JSON.stringify(before)
        const told = [await two.list(), await two.progress(), await two.layer('study')]
        host.study.dropIndex()
        expect(told).toEqual([await two.list(), await two.progress(), await two.layer('study')])
        const [row] = (await two.progress()).documents
        // Consensus there is if and only if something was decided or said to be finished.
        const consensus = await two.consensusId()
        if (isOther) expect(row).toMatchObject({ isBehind: false })
        if (row!.state === 'untouched' && consensus > 0) expect(await two.layer(consensus)).toEqual([])
      }
      expect((await host.call('study.check', {})).problems).toEqual([])
      const ids = await two.ids()
      for (let isOn = true; isOn;) {
        isOn = false
        for (const person of PEOPLE) {
          host.signInAs(person)
          while (nextUndo(two, ids.get(person)!) > operations) {
            if (!(await attempt(host.call('history.undo', {}).then(() => undefined)))) break
            isOn = true
          }
        }
      }
      expect(dump(host.study.db)).toEqual(start)
      host.host.close()
    }),
    { numRuns: 8 },
  )
}, 120_000)
