/*
 * npm run -s vectors -- FILE.json: whether Tianye's coefficients give the figures of the file, one line per figure. Exit
 * code 1 where one differs or the file cannot be read. The count goes to standard error.
 */
import { readFileSync } from 'node:fs'
import { judge } from './vectors/judge.ts'
import { vectorFileSchema } from './vectors/vector-file.ts'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Which file? npm run -s vectors -- FILE.json')
  process.exit(1)
}

try {
  const lines = judge(vectorFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))
  const counts = new Map<string, number>()
  for (const { id, field, verdict, detail } of lines) {
    console.log(`${id}  ${field}  ${verdict}${detail === '' ? '' : ` (${detail})`}`)
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  console.error([...counts].map(([verdict, count]) => `${verdict}: ${count}`).join(', '))
  if (counts.has('differs')) process.exitCode = 1
} catch (error) {
  console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
