import { Document, Packer, Paragraph } from 'docx'
import { zipSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { checkDocxZip } from '../../../electron/host/importers/docx-zip.ts'
import { openHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { docx, fileIn, importOne, paragraph, refusalOf } from './files.ts'

test('paragraphs are lines, rows of tables are lines with tabs, line breaks stay, headings are sections', async () => {
  const host = await openHost()
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const bytes = docx(
    [
      paragraph('修路', '1'),
      paragraph('访谈者：修路那事，咋说的？'),
      `<w:p><w:r><w:t>F5：贴了张单子。</w:t><w:br/><w:t>让三天内签字😀𠮷。</w:t></w:r></w:p>`,
      `<w:tbl><w:tr>${cell('2023')}${cell('三户')}</w:tr><w:tr>${cell('2024')}${cell('五户')}</w:tr></w:tbl>`,
      paragraph('钱', '1'),
      paragraph('F5：就这些。'),
    ].join(''),
  )
  const { text, id, turns } = await importOne(host, 'SP.docx', bytes)
  expect(text).toBe(
    '修路\n访谈者：修路那事，咋说的？\nF5：贴了张单子。\n让三天内签字😀𠮷。\n2023\t三户\n2024\t五户\n钱\nF5：就这些。',
  )
  expect(turns.map((turn) => text.slice(turn.speechStart, turn.end))).toEqual([
    '修路那事，咋说的？',
    '贴了张单子。\n让三天内签字😀𠮷。\n2023\t三户\n2024\t五户',
    '就这些。',
  ])
  expect(host.study.db.all('SELECT start, level, title FROM section WHERE document_id = ?', id)).toEqual([
    { start: 0, level: 1, title: '修路' },
    { start: text.indexOf('钱'), level: 1, title: '钱' },
  ])
})

test('inserted text of tracked changes is there, deleted text is not, and what is left out is named', async () => {
  const host = await openHost()
  const bytes = docx(
    `<w:p><w:r><w:t>F5: We </w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>never </w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>always </w:delText></w:r></w:del><w:r><w:t>signed.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
  )
  const handle = fileIn(host, 'tracked.docx', bytes)
  const [item] = (await host.call('import.preview', { handles: [handle] })).items
  expect(item).toMatchObject({ encoding: 'DOCX', error: null })
  expect(item?.warnings).toContainEqual({ code: 'docx_left_out', params: { images: 0, notes: 1, comments: 0 } })
  expect((await importOne(host, 'tracked.docx', bytes)).text).toBe('F5: We never signed.')
})

test('a docx that is no zip, is protected, is an old .doc, or has no document is refused for what it is', async () => {
  const host = await openHost()
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)])
  const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)])
  expect(await refusalOf(host, fileIn(host, 'text.docx', 'F5: This is only text.'))).toBe('docx_not_zip')
  expect(await refusalOf(host, fileIn(host, 'locked.docx', encrypted))).toBe('docx_encrypted')
  expect(await refusalOf(host, fileIn(host, 'old.docx', ole))).toBe('docx_old_format')
  expect(await refusalOf(host, fileIn(host, 'cut.docx', docx(paragraph('F5: Hello.')).subarray(0, 300)))).toBe(
    'docx_damaged',
  )
  const other = zipSync({ 'hello.xml': strToU8('<a/>') })
  expect(await refusalOf(host, fileIn(host, 'other.docx', other))).toBe('docx_damaged')
  expect(await refusalOf(host, fileIn(host, 'blank.docx', docx(paragraph(' '))))).toBe('file_empty')
})

test('a zip bomb is counted out while it unpacks, whatever sizes it claims', async () => {
  const host = await openHost()
  const bomb = docx(paragraph('x'), { 'word/bomb.xml': new Uint8Array(130 * 1024 * 1024).fill(32) })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  const handle = fileIn(host, 'bomb.docx', bomb)
  expect(await refusalOf(host, handle)).toBe('docx_too_large')

  // The central directory claims 100 bytes for a part of a million.
  const lying = Buffer.from(docx(paragraph('x'), { 'word/bomb.xml': ' '.repeat(1_000_000) }))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(1_000_000)
  const claimed = Buffer.alloc(4)
  claimed.writeUInt32LE(100)
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) claimed.copy(lying, at)
  expect((await refusal(checkDocxZip(lying, 'lying.docx'))).code).toBe('docx_damaged')
  const many = Buffer.from(docx(paragraph('x'), Object.fromEntries([...'abcdef'].map((n) => [`${n}.xml`, 'x']))))
  expect((await refusal(checkDocxZip(many, 'many.docx', { entries: 8, xmlBytes: 1e6 }))).code).toBe('docx_too_large')
})

test('a DOCTYPE, which could define entities without end, is refused', async () => {
  const host = await openHost()
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
  const bytes = docx('', { 'word/document.xml': laughs })
  expect(await refusalOf(host, fileIn(host, 'laughs.docx', bytes))).toBe('docx_doctype')
})

test('a document that another program made comes in', async () => {
  const host = await openHost()
  const lines = ['访谈者：后来呢？', 'F5：大伙投票定的路线😀。']
  const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })
  const { text, turns } = await importOne(host, 'made.docx', await Packer.toBuffer(document))
  expect(text).toBe(lines.join('\n'))
  expect(turns).toHaveLength(2)
})
