import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import iconv from 'iconv-lite'

/** Files as they come from the field: one encoding, one line end and one word processor each. */

export const ROAD = `doc: SP-F5-w1 | village: SP 石坡 | respondent: F5 | role: 村民 | wave: 1 | date: 2024-06-11 | lang: zh-CN

[T01] 访谈者：修路那事，干部是咋跟你们说的？
[T02] F5：贴了张单子，让三天内签字。
[T03] F5：我们几户没签，凑了车去县里问占地的钱。
[T04] 访谈者：后来呢？
[T05] F5：后来没人管了。
`

export const GREENHOUSE = `doc: SG-F7-w1 | village: SG 沙岗 | respondent: F7 | role: 村民 | wave: 1 | lang: zh-CN

[T01] 访谈者：大棚您参加了吗？
[T02] F7：群里发了消息😀老𠮷也劝我，先问我们缺啥。
[T03] F7：想参加，可家里就我一个，腰还不行。
[T04] 邻居：他家是真没人手。
`

export const WELL = [
  'doc: LW-F1-w2 | village: LW 柳湾 | respondent: F1 | role: 村民 | wave: 2 | lang: zh-CN',
  '访谈者：打井的地方是谁定的？',
  'F1：干部挨家问，最后大伙投票定的。',
]

export function gb18030File(folder: string): string {
  const path = join(folder, 'road-gb18030.txt')
  writeFileSync(path, iconv.encode(ROAD, 'gb18030'))
  return path
}

/** UTF-8 with a byte order mark and Windows line ends. */
export function crlfFile(folder: string): string {
  const path = join(folder, 'greenhouse-crlf.txt')
  writeFileSync(path, `\ufeff${GREENHOUSE.replaceAll('\n', '\r\n')}`)
  return path
}

export async function docxFile(folder: string): Promise<string> {
  const path = join(folder, 'well.docx')
  const document = new Document({ sections: [{ children: WELL.map((line) => new Paragraph(line)) }] })
  writeFileSync(path, await Packer.toBuffer(document))
  return path
}
