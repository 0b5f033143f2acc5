import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { z } from 'zod'
import { describe, expect, test, vi } from 'vitest'
import { agreementOutputSchema } from '../../../shared/contract/cli.ts'
import { agreementAttributesSchema, agreementResultSchema } from '../../../shared/contract/agreement.ts'
import { VERSION } from '../../../shared/version.ts'
import { runCli, runJson } from '../cli/run-cli.ts'
import { study, talk } from './coded-study.ts'

vi.setConfig({ testTimeout: 60_000 })

async function twoCoders() {
  const coded = await study([talk('R1', 'SP'), talk('R2', 'SG')])
  for (const transcript of [0, 1]) {
    await coded.apply('Ana', transcript, coded.codes.A, 'alpha', 'bravo', 'charlie', 'delta')
    await coded.apply('Ben', transcript, coded.codes.A, 'alpha', 'bravo', 'charlie', 'echo')
  }
  return coded
}

describe('exports', () => {
  test('carry the table, and all that is needed to repeat it', async () => {
    const coded = await twoCoders()
    const { host } = coded
    const byName = await coded.ids()
    const agreement = {
      coderIds: [byName.get('Ana')!, byName.get('Ben')!],
      interval: { method: 'bootstrap' as const, replicates: 100, seed: 9 },
    }
    const write = async (name: string, more: object = {}) => {
      const path = join(host.folder, name)
      const format = ({ csv: 'agreement-csv', xlsx: 'agreement-xlsx', json: 'agreement-json' } as const)[
        name.split('.')[1] as 'csv' | 'xlsx' | 'json'
      ]
      const { rows } = await host.call('export.file', { handle: host.handle(path), format, agreement, ...more })
      expect(rows).toBe(4)
      return path
    }
    const json = JSON.parse(readFileSync(await write('a.json'), 'utf8')) as unknown
    const { attributes, madeAt, ...result } = z
      .looseObject({ attributes: agreementAttributesSchema, madeAt: z.iso.datetime() })
      .parse(json)
    expect(madeAt).toMatch(/^20/)
    expect(attributes.matches).toBe(6)
    const read = agreementResultSchema.parse(result)
    expect(read.version).toBe(VERSION)
    expect(read.settings.interval.seed).toBe(9)
    expect(read.documents[0]!.textHash).toMatch(/^[0-9a-f]{64}$/)

    const tidy = readFileSync(await write('a.csv'), 'utf8').split('\n')
    expect(tidy).toHaveLength(1 + 4 + 1)
    expect(tidy[0]).toMatch(
      /^code,both,only_first,only_second,neither,applied_units,prevalence,percent,percent_low,percent_high,f1,.*,reason,unit,coders,settings,tianye$/,
    )
    expect(tidy[1]).toMatch(new RegExp(`^A,6,2,2,2,10,.*,turn,Ana; Ben,.*,${VERSION.replaceAll('.', '\\.')}$`))
    expect(tidy[2]).toMatch(/^A1,0,0,0,12,0,.*,never_applied,turn,/)
    const excel = readFileSync(await write('b.csv', { flavour: 'excel', language: 'zh-CN' }), 'utf8')
    expect(excel).toContain('双方都用')
    expect(excel).toContain('无人使用')
    expect(excel).toContain(read.sentences['zh-CN'])
    expect(excel).toContain(read.documents[1]!.textHash)

    const sheets = await readXlsxFile(await write('a.xlsx'))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Agreement', 'Attributes', 'Transcripts', 'About'])
    expect(sheets[0]!.data[1]!.slice(0, 6)).toEqual(['A', 6, 2, 2, 2, 10])
    expect(sheets[3]!.data[0]![1]).toBe(read.sentences.en)
    await expect(
      host.call('export.file', { handle: host.handle(join(host.folder, 'x.csv')), format: 'agreement-csv' }),
    ).rejects.toMatchObject({ code: 'agreement_missing' })
  })
})

describe('the command line', () => {
  const FILE = 'Study.tianye'

  test('prints the promised document, a table for people, and what is wrong', async () => {
    const coded = await twoCoders()
    const { folder } = coded.host
    const args = ['agreement', FILE, '--coders', 'Ana,Ben', '--replicates', '100']
    const { json, code } = await runJson(folder, agreementOutputSchema, [...args, '--by', 'village', '--profiles'])
    expect(code).toBe(0)
    expect(json.result.table?.rows[0]).toMatchObject({ both: 6, onlyFirst: 2, onlySecond: 2, neither: 2 })
    expect(json.breakdown?.groups.map(({ name, disagreements }) => [name, disagreements])).toEqual([
      ['SP', 2],
      ['SG', 2],
    ])
    expect(json.profiles).toMatchObject({ frameworkId: null, rows: [] })

    const some = await runJson(folder, agreementOutputSchema, [...args, '--unit', 'spans', '--codes', 'A,B'])
    expect(some.json.result.spans?.rows).toHaveLength(2)
    const { out } = await runCli(folder, [...args, '--by', 'village'])
    expect(out).toMatch(/^A +6 +2 +2 +2 /m)
    expect(out).toContain('Ana and Ben both coded 2 transcripts')
    expect((await runCli(folder, [...args, '--out', 'a.xlsx'])).code).toBe(0)
    expect((await runCli(folder, ['agreement', FILE])).err).toContain('--coders is missing')
    expect((await runCli(folder, ['agreement', FILE, '--coders', 'Ana,Eve'])).err).toContain('Eve')
    expect((await runCli(folder, ['agreement', FILE, '--coders', 'Ana'])).err).toContain('at least two coders')
    expect((await runCli(folder, [...args, '--codes', 'Z'])).err).toContain('There is no code "Z"')
  })
})
