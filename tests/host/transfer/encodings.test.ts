import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText } from '../../../electron/host/importers/decode.ts'
import { openHost } from '../open-host.ts'
import { RESOURCES } from '../resources.ts'
import { fileIn, importOne } from './files.ts'

const CHINESE = '访谈者：修路那事，干部是咋跟你们说的？\nF5：贴了张单子，让三天内签字。没签的说要停补助。\n'
const RARE = `${CHINESE}F5：老𠮷家也没签😀。\n`
const TRADITIONAL = '訪談者：修路那件事，幹部是怎麼跟你們說的？\nF5：貼了張單子，讓我們三天內簽字。\n'
const BOM = '\ufeff'

const WAYS: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['UTF-8', RARE, Buffer.from(RARE), 'UTF-8'],
  ['UTF-8 with a byte order mark', RARE, Buffer.from(BOM + RARE), 'UTF-8'],
  ['UTF-16LE with a byte order mark', RARE, Buffer.from(BOM + RARE, 'utf16le'), 'UTF-16LE'],
  ['UTF-16BE with a byte order mark', RARE, Buffer.from(BOM + RARE, 'utf16le').swap16(), 'UTF-16BE'],
  ['UTF-16LE without one', RARE, Buffer.from(RARE, 'utf16le'), 'UTF-16LE'],
  ['UTF-16BE without one', RARE, Buffer.from(RARE, 'utf16le').swap16(), 'UTF-16BE'],
  ['UTF-16LE English', 'F5: We voted.\n', Buffer.from('F5: We voted.\n', 'utf16le'), 'UTF-16LE'],
  ['GB18030', CHINESE, iconv.encode(CHINESE, 'gb18030'), 'GB18030'],
  ['GB18030 with characters of four bytes', RARE, iconv.encode(RARE, 'gb18030'), 'GB18030'],
  ['Big5', TRADITIONAL, iconv.encode(TRADITIONAL, 'big5'), 'Big5'],
  [
    'Shift_JIS',
    '問：この村ではどうですか。\n答：みんなで決めました。\n',
    iconv.encode('問：この村ではどうですか。\n答：みんなで決めました。\n', 'shift_jis'),
    'Shift_JIS',
  ],
  [
    'Windows-1252',
    'F5: Nous avons voté, à l’été dernier, très tôt.\n',
    iconv.encode('F5: Nous avons voté, à l’été dernier, très tôt.\n', 'windows-1252'),
    'windows-1252',
  ],
  ['plain ASCII', 'F5: We voted.\n', Buffer.from('F5: We voted.\n'), 'UTF-8'],
]

test.each(WAYS)('%s is recognised and comes in as it was', (_, text, bytes, encoding) => {
  const decoded = decodeText(bytes)
  expect(decoded.encoding).toBe(encoding)
  expect(decoded.text.replace(BOM, '')).toBe(text)
  expect(decoded.errors).toBe(0)
})

test('every sample transcript in GB18030 and UTF-16 without a mark is told from all other encodings', () => {
  for (const name of ['SP-F5-w1.zh.txt', 'SG-F7-w1.zh.txt', 'LW-K1-w1.zh.txt', 'LW-F1-w2.zh.txt']) {
    const text = readFileSync(join(RESOURCES, 'sample', 'transcripts', name), 'utf8').replace(BOM, '')
    expect(decodeText(iconv.encode(text, 'gb18030'))).toMatchObject({ encoding: 'GB18030', text, isCertain: true })
    expect(decodeText(Buffer.from(text, 'utf16le'))).toMatchObject({ encoding: 'UTF-16LE', text })
  }
})

test('a few damaged bytes do not turn UTF-8 into something else', () => {
  const bytes = Buffer.from(CHINESE.repeat(5))
  bytes[30] = 0xff
  const decoded = decodeText(bytes)
  expect(decoded.encoding).toBe('UTF-8')
  expect(decoded.errors).toBeGreaterThan(0)
  expect(decoded.text).toContain('让三天内签字')
})

test('valid UTF-8 is always read as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith(BOM))
      expect(decodeText(Buffer.from(text))).toMatchObject({ encoding: 'UTF-8', text: text.toWellFormed() })
    }),
  )
})

test('Windows line ends and a byte order mark go; the file itself is kept to the byte', async () => {
  const host = await openHost()
  const bytes = Buffer.from(BOM + CHINESE.replaceAll('\n', '\r\n'))
  const { text, id } = await importOne(host, 'F5.txt', bytes)
  expect(text).toBe(CHINESE)
  const kept = host.study.db.get<{ bytes: Uint8Array; hash: string }>(
    'SELECT b.bytes, b.hash FROM document d JOIN blob b ON b.hash = d.source_hash WHERE d.id = ?',
    id,
  )
  expect(Buffer.from(kept?.bytes ?? []).equals(bytes)).toBe(true)
  expect(kept?.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
  const hash = host.study.db.pluck<string>(
    'SELECT r.text_hash FROM document d JOIN document_revision r ON r.id = d.revision_id WHERE d.id = ?',
    id,
  )
  expect(hash).toBe(createHash('sha256').update(CHINESE).digest('hex'))
})

test('NUL and halves of characters become one replacement each, and the preview says how many', async () => {
  const host = await openHost()
  const head = `F5: ${'We all went to the meeting about the road. '.repeat(5)}`
  const loneInUtf8 = Buffer.concat([Buffer.from(`${head}a`), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from('b\0c\n')])
  const { text } = await importOne(host, 'lone.txt', loneInUtf8)
  expect(text).toBe(`${head}a\ufffdb\ufffdc\n`)

  const loneInUtf16 = Buffer.from(`${BOM}${head}a\ud83db\n`, 'utf16le')
  const handle = fileIn(host, 'lone16.txt', loneInUtf16)
  const [item] = (await host.call('import.preview', { handles: [handle] })).items
  expect(item?.warnings).toContainEqual({ code: 'characters_replaced', params: { count: 1 } })
  expect((await importOne(host, 'lone16.txt', loneInUtf16)).text).toBe(`${head}a\ufffdb\n`)
})

test('two surrogates in three bytes each, as older programs write them, are one rare character', () => {
  const bytes = Buffer.concat([Buffer.from('吉'), Buffer.from([0xed, 0xa1, 0x82, 0xed, 0xbe, 0xb7]), Buffer.from('家')])
  expect(decodeText(bytes).text).toBe('吉𠮷家')
})
