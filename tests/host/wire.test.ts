import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serve } from '../../electron/entry/wire.ts'
import { Log } from '../../electron/host/log.ts'
import type { HostEvent, Reply } from '../../shared/contract/envelope.ts'
import { openHost } from './open-host.ts'

/** A window's line to a host with an open study and a folder of transcripts to import. */
async function openWire() {
  const host = await openHost()
  const handles = Array.from({ length: 60 }, (_, index) => {
    const path = join(host.folder, `F${index}.txt`)
    writeFileSync(path, `Q: How was it put to you?\nF${index}: ${'They came twice. '.repeat(200)}\n`)
    return host.handle(path)
  })
  const messages: (Reply | HostEvent)[] = []
  const wire = serve(host.host, (message) => messages.push(message), new Log(host.folder))
  const reply = (id: number): Reply | undefined =>
    messages.find((message): message is Reply => message.type === 'reply' && message.id === id)
  const call = (id: number, name: string, input: unknown): void => {
    wire.receive({ type: 'call', v: 1, id, name, input })
  }
  const documents = async () => (await host.call('study.status', {})).open?.counts.documents
  return { host, handles, messages, wire, reply, call, documents }
}

test('a job tells its progress under its call, and is answered once', async () => {
  const { handles, messages, reply, call, documents } = await openWire()
  call(7, 'import.documents', { handles })
  await expect.poll(() => reply(7), { timeout: 15_000 }).toMatchObject({ ok: true })
  const progress = messages.filter(({ type }) => type === 'progress')
  expect(progress.length).toBeGreaterThan(1)
  expect(new Set(progress.map((event) => 'id' in event && event.id))).toEqual(new Set([7]))
  expect(messages.filter(({ type }) => type === 'reply')).toHaveLength(1)
  expect(await documents()).toBe(60)
})

test('a cancelled job answers so and leaves nothing behind', async () => {
  const { handles, messages, wire, reply, call, documents } = await openWire()
  call(7, 'import.documents', { handles })
  await expect.poll(() => messages.some(({ type }) => type === 'progress'), { timeout: 15_000 }).toBe(true)
  wire.receive({ type: 'cancel', v: 1, id: 7 })
  await expect
    .poll(() => reply(7))
    .toEqual({
      type: 'reply',
      id: 7,
      ok: false,
      error: { code: 'cancelled', params: {} },
    })
  expect(await documents()).toBe(0)
})

test('a window that goes takes its jobs with it and hears nothing more', async () => {
  const { host, handles, messages, wire, call, documents } = await openWire()
  call(7, 'import.documents', { handles })
  await expect.poll(() => messages.some(({ type }) => type === 'progress'), { timeout: 15_000 }).toBe(true)
  wire.close()
  const heard = messages.length
  await host.call('code.create', { parentId: null, name: 'after', language: 'en' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(messages).toHaveLength(heard)
  expect(await documents()).toBe(0)
})

test('a second call under the number of a running one is refused, and the first goes on', async () => {
  const { handles, messages, reply, call } = await openWire()
  call(7, 'import.documents', { handles })
  call(7, 'code.list', {})
  expect(reply(7)).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  await expect.poll(() => messages.filter(({ type }) => type === 'reply').length, { timeout: 15_000 }).toBe(2)
})
