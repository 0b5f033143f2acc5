import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { quantile, type Measurement } from '../../scripts/measurement.ts'
import type { Out } from '../../shared/contract/contract.ts'
import { SettingsFile } from '../../electron/host/settings-file.ts'
import { StudyHost } from '../../electron/host/study-host.ts'
import { seeded } from './random.ts'

const FILES = 500
const WORDS = 5000
const TURNS = 100
const ROUNDS = 3

/** 500 transcripts of 5,000 words, from the call to its answer: read, decoded, recognised, written and logged. */
export async function measure(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tianye-bench-import-'))
  try {
    const random = seeded(7)
    const transcripts = Array.from({ length: FILES }, (_, index) => transcript(index, random))
    const txt = transcripts.map((lines, index) => write(folder, `t${index}.txt`, lines.join('\n')))
    const docx: string[] = []
    for (const [index, lines] of transcripts.entries()) {
      const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })
      docx.push(write(folder, `d${index}.docx`, await Packer.toBuffer(document)))
    }
    const what = `import ${FILES} transcripts of ${WORDS.toLocaleString('en')} words`
    return [
      { name: `${what}, .txt`, measured: await importAll(folder, txt), unit: 'ms', budget: 4000 },
      { name: `${what}, .docx`, measured: await importAll(folder, docx), unit: 'ms', budget: 15_000 },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Median in milliseconds, each time into a new study by a new host. */
async function importAll(folder: string, paths: readonly string[]): Promise<number> {
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const userData = mkdtempSync(join(folder, 'user-'))
    const host = new StudyHost({ settings: new SettingsFile(userData), resources: 'resources', userData })
    const connection = host.connect(() => undefined)
    const study = host.files.issue(join(userData, 'bench.tianye'))
    await connection.call('study.create', { handle: study, name: 'Bench', framework: 'blank', languages: ['en'] })
    const handles = paths.map((path) => host.files.issue(path))
    const start = performance.now()
    const result = (await connection.call('import.documents', { handles })) as Out<'import.documents'>
    samples.push(performance.now() - start)
    if (result.imported.length !== paths.length) throw new Error(JSON.stringify(result.failed[0]))
    host.close()
  }
  return quantile(samples, 0.5)
}

function write(folder: string, name: string, content: string | Buffer): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const VOCABULARY =
  'the road we cadre came and asked about village money well then nobody told us meeting signed paper water vote line spring people went county'.split(
    ' ',
  )

/** Lines of an interview: a header, then questions and answers of 50 words on average. */
function transcript(index: number, random: () => number): string[] {
  const lines = [
    `doc: D${index} | village: V${index % 30} | respondent: F${index} | role: villager | wave: 1 | lang: en`,
    '',
  ]
  for (let turn = 0; turn < TURNS; turn++) {
    const words = Array.from(
      { length: WORDS / TURNS },
      () => VOCABULARY[Math.floor(random() * VOCABULARY.length)] ?? 'well',
    )
    lines.push(turn % 2 === 0 ? `Interviewer: ${words.join(' ')}?` : `F${index}: ${words.join(' ')}.`)
  }
  return lines
}
