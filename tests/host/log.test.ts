import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Log } from '../../electron/host/log.ts'
import { tempFolder } from './temp-folder.ts'

test('the log says what broke and where, and nothing of what people said or are called', () => {
  const log = new Log(tempFolder())
  const error = new RangeError('我们几户没签\n    at quote (/home/wang/interview.txt:1:1)')
  log.error('coding.add', error)
  const text = readFileSync(log.path, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ event: 'coding.add', error: 'RangeError' })
  expect(text).toContain('log.test.ts:')
  for (const personal of ['没签', 'wang', 'interview', 'home', import.meta.dirname])
    expect(text).not.toContain(personal)
})

test('the log never grows beyond two files of 256 KiB', () => {
  const log = new Log(tempFolder())
  for (let i = 0; i < 6_000; i++) log.write('event', { filler: 'x'.repeat(100) })
  expect(statSync(log.path).size).toBeLessThanOrEqual(256 * 1024)
  expect(statSync(`${log.path}.old`).size).toBeLessThanOrEqual(256 * 1024)
  expect(statSync(log.path).mode & 0o777).toBe(0o600)
})

test('a log that cannot be written is no second failure', () => {
  const file = join(tempFolder(), 'in the way')
  writeFileSync(file, '')
  const log = new Log(file)
  expect(() => {
    log.error('x', new Error('y'))
  }).not.toThrow()
})
