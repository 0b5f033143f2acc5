import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { In } from '../../../shared/contract/contract.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { importTexts, INTERVIEW } from '../transcripts.ts'

const ENGLISH = `doc: SG-F7-w1 | village: SG 沙岗 | respondent: F7 | role: villager | wave: 1 | lang: en

[T01] Interviewer: What about the road?
[T02] F7: The road, the new road. We paid for the road.
[T03] F7: New road, old men.
`

const CADRE = `doc: SP-C1-w1 | village: SP 石坡 | respondent: C1 | role: cadre | wave: 1 | lang: en

[T01] Interviewer: And you?
[T02] C1: The new road is good.
`

async function study(): Promise<TestHost> {
  const host = await openHost()
  await importTexts(host, ENGLISH, CADRE)
  return host
}

async function count(host: TestHost, change: Partial<In<'frequency.count'>['input']> = {}) {
  return host.call('frequency.count', { input: { by: 'village', minimum: 1, ...change } })
}

async function table(host: TestHost, change: Partial<In<'frequency.count'>['input']> = {}) {
  const { rows } = await count(host, change)
  return rows.map(({ text, total, documents, cells }) => [text, total, documents, ...cells])
}

describe('words', () => {
  test('are counted by case, out of all words of respondents', async () => {
    const { columns, rows, words, documents, leftOut, types } = await count(await study())
    expect(columns.map(({ name, words: own, documents: in_ }) => [name, own, in_])).toEqual([
      ['SG 沙岗', 14, 1],
      ['SP 石坡', 5, 1],
    ])
    expect([words, documents, leftOut]).toEqual([19, 2, { interviewers: 6, otherSpeakers: 0 }])
    expect(rows.map(({ text, total, documents: in_, cells }) => [text, total, in_, ...cells])).toEqual([
      ['road', 5, 2, 0, 4, 1, 1],
      ['new', 3, 2, 0, 2, 1, 1],
      ['good', 1, 1, 1, 1],
      ['men', 1, 1, 0, 1],
      ['old', 1, 1, 0, 1],
      ['paid', 1, 1, 0, 1],
    ])
    expect(types).toBe(6)
  })

  test('of the stop list are listed by wish, and the study changes the list', async () => {
    const host = await study()
    expect((await table(host, { useStopList: false }))[1]).toEqual(['the', 4, 2, 0, 3, 1, 1])
    await host.call('frequency.setStopList', { added: ['ＲＯＡＤ', 'the'], removed: ['we', 'unheard'] })
    const { added, removed } = await host.call('frequency.stopList', {})
    expect([added, removed]).toEqual([['road'], ['we']])
    const listed = (await table(host)).map(([text]) => text)
    expect(listed).toContain('we')
    expect(listed).not.toContain('road')
    await host.call('history.undo', {})
    expect((await table(host))[0]).toEqual(['road', 5, 2, 0, 4, 1, 1])
  })

  test('are counted for those who are chosen, by role, respondent and transcript', async () => {
    const host = await study()
    const names = async (by: In<'frequency.count'>['input']['by']) =>
      (await count(host, { by })).columns.map(({ name }) => name)
    expect(await names('role')).toEqual(['villager', 'cadre'])
    expect(await names('respondent')).toEqual(['F7', 'C1'])
    expect(await names('document')).toEqual(['SG-F7-w1', 'SP-C1-w1'])
    const cadre = await count(host, { filter: { roles: ['cadre'] } })
    expect([cadre.words, cadre.leftOut]).toEqual([5, { interviewers: 6, otherSpeakers: 14 }])
    expect((await count(host, { filter: { interviewers: true } })).words).toBe(25)
  })

  test('and phrases do not go across punctuation, lines and turns', async () => {
    const host = await study()
    expect(await table(host, { length: 2, minimum: 2 })).toEqual([['new road', 3, 2, 0, 2, 1, 1]])
    const all = await table(host, { length: 2, useStopList: false })
    expect(all.map(([text]) => text)).not.toContain('road the')
    expect(await table(host, { length: 3, useStopList: false, contains: 'NEW ro' })).toEqual([
      ['the new road', 2, 2, 0, 1, 1, 1],
      ['new road is', 1, 1, 1, 1],
    ])
  })

  test('open as many places as were counted', async () => {
    const host = await study()
    await importTexts(host, INTERVIEW)
    for (const length of [1, 2]) {
      const { rows } = await count(host, { length, useStopList: false })
      expect(rows.length).toBeGreaterThan(10)
      for (const { text, total } of rows) {
        const query = { text, mode: 'words', wordCount: length } as const
        const { searchId } = await host.call('search.start', { query })
        expect([text, (await host.call('search.finish', { searchId })).hits]).toEqual([text, total])
      }
    }
  })
})

describe('files', () => {
  test('have one line per word and case for programs, and the denominators for people', async () => {
    const host = await study()
    const frequency = { by: 'village', minimum: 2 } as const
    const write = async (name: string, more: Partial<In<'export.file'>>) => {
      const path = join(host.folder, name)
      const { rows } = await host.call('export.file', {
        handle: host.handle(path),
        format: 'frequency-csv',
        frequency,
        language: 'en',
        ...more,
      })
      expect(rows).toBe(2)
      return path
    }
    expect(readFileSync(await write('tidy.csv', { flavour: 'tidy' }), 'utf8')).toBe(
      'word,case,count,words,per_1000\nroad,SG 沙岗,4,14,285.714\nroad,SP 石坡,1,5,200\nnew,SG 沙岗,2,14,142.857\nnew,SP 石坡,1,5,200\n',
    )
    expect(readFileSync(await write('wide.csv', { flavour: 'excel' }), 'utf8')).toBe(
      '\ufeffword,total,"per 1,000 words",transcripts,SG 沙岗,SP 石坡\r\n(all words),19,,2,14,5\r\nroad,5,263.158,2,4,1\r\nnew,3,157.895,2,2,1\r\n',
    )
    const [sheet] = await readXlsxFile(await write('words.xlsx', { format: 'frequency-xlsx' }))
    expect(sheet?.data.slice(1)).toEqual([
      ['(all words)', 19, null, 2, 14, 5],
      ['road', 5, 263.158, 2, 4, 1],
      ['new', 3, 157.895, 2, 2, 1],
    ])
  })
})
