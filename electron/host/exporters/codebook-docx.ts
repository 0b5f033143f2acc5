import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { CodeRow, CodeText } from '../../../shared/contract/code.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { codeRows } from '../code-rows.ts'
import { codeCounts } from '../code-usage.ts'
import type { QueryContext } from '../context.ts'
import { codebookWordsIn, type CodebookWords } from './codebook-words.ts'
import { aboutStyle, docxDefaults, runs } from './docx-parts.ts'

export interface CodebookDocxOptions {
  readonly layer: Layer
  readonly layerName: string
  /** BCP 47, in the order in which they stand below each other. */
  readonly languages: readonly string[]
  /** Of headings and field names. */
  readonly language: string
  readonly madeAt: Date
}

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

/** The codebook as a Word document: a heading per code at its depth, so that Word's outline is the tree. */
export async function codebookDocx(
  context: QueryContext,
  options: CodebookDocxOptions,
): Promise<{ bytes: Buffer; codes: number }> {
  const words = codebookWordsIn(options.language)
  const codes = codeRows(context.db)
  const counts = new Map(codeCounts(context, options.layer, null).map((count) => [count.codeId, count]))
  const depths = new Map<number, number>()
  const parents = new Set(codes.map(({ parentId }) => parentId))
  const study = context.db.pluck<string>('SELECT name FROM meta') ?? ''
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(words.title(study)) }),
    new Paragraph({
      style: 'About',
      children: runs(words.about(codes.length, options.layerName, options.madeAt.toISOString().slice(0, 10))),
    }),
  ]
  for (const code of codes) {
    const depth = code.parentId === null ? 0 : (depths.get(code.parentId) ?? 0) + 1
    depths.set(code.id, depth)
    const count = counts.get(code.id)
    const amounts = [
      ...(code.codable ? [words.passages(count?.own ?? 0)] : [words.group]),
      ...(parents.has(code.id) ? [words.withBelow(count?.branch ?? 0)] : []),
    ]
    children.push(...codeParagraphs(code, depth, amounts.join(' · '), options.languages, words))
  }
  const bytes = await Packer.toBuffer(
    new Document({
      title: words.title(study),
      creator: 'Tianye',
      styles: { default: docxDefaults, paragraphStyles: [aboutStyle] },
      sections: [{ children }],
    }),
  )
  return { bytes, codes: codes.length }
}

function codeParagraphs(
  code: CodeRow,
  depth: number,
  amounts: string,
  languages: readonly string[],
  words: CodebookWords,
): Paragraph[] {
  const texts = languages.flatMap((tag) => code.texts.find(({ language }) => language === tag) ?? [])
  const names = [...new Set(texts.map(({ name }) => name).filter((name) => name !== ''))]
  const name = names.join(' / ') || (code.texts[0]?.name ?? '')
  return [
    new Paragraph({
      heading: LEVELS[Math.min(depth, LEVELS.length - 1)] ?? HeadingLevel.HEADING_6,
      children: [
        new TextRun({ text: '■ ', color: code.colour.replace('#', '') }),
        ...runs([code.label, name].filter((part) => part !== null && part !== '').join(' ')),
      ],
    }),
    new Paragraph({ style: 'About', children: runs(amounts) }),
    ...texts.flatMap((text) => fieldParagraphs(text, words)),
  ]
}

function fieldParagraphs(text: CodeText, words: CodebookWords): Paragraph[] {
  return (['definition', 'include', 'exclude', 'example'] as const).flatMap((field) =>
    text[field].trim() === ''
      ? []
      : [
          new Paragraph({
            children: [new TextRun({ text: `${words[field]} `, color: '5C5850', size: 18 }), ...runs(text[field])],
          }),
        ],
  )
}
