import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export const sampleDirectory = join(import.meta.dirname, '../../../resources/sample')

export type Row = Record<string, string>

/** A file of the sample study as it is committed. */
export function sampleFile(name: string): string {
  return readFileSync(join(sampleDirectory, name), 'utf8')
}

export function sampleFiles(folder: string): string[] {
  return readdirSync(join(sampleDirectory, folder))
}

export function sampleTable(name: string): Row[] {
  return parse(sampleFile(name), { columns: true })
}

/** The transcript of a document: `SP-F5-w1` is the Chinese original, `SP-F5-w1.en` its English parallel. */
export function transcriptOf(document: string): string {
  const name = document.endsWith('.en') ? document : `${document}.zh`
  return sampleFile(`transcripts/${name}.txt`)
}

export interface SpokenTurn {
  ref: string
  speaker: string
  speech: string
}

/** The turns of a transcript, read as plainly as possible. */
export function turnsOf(text: string): SpokenTurn[] {
  return [...text.matchAll(/^\[(T\d+)\] ([^:：\n]+)(?:：|: ?)(.*)$/gmu)].map(
    ([, ref = '', speaker = '', speech = '']) => ({
      ref,
      speaker,
      speech,
    }),
  )
}
