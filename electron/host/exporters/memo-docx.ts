import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import { MAX_LIST_DEPTH } from '../../../shared/memo/memo-body.ts'
import type { MemoBlock, MemoInline, MemoList } from '../../../shared/memo/memo-body.ts'
import { aboutStyle, docxDefaults, runs } from './docx-parts.ts'
import type { MemoPage } from './memo-pages.ts'

/** A document of Word's with the memos one below the other; its headings make a table of contents. */
export async function memoDocx(
  head: { readonly title: string; readonly lines: readonly string[] },
  pages: Iterable<MemoPage>,
): Promise<Buffer> {
  const lists = new Lists()
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(head.title) }),
    ...head.lines.map((line) => new Paragraph({ style: 'About', children: runs(line) })),
  ]
  for (const page of pages) children.push(...pageParagraphs(page, lists))
  return Packer.toBuffer(
    new Document({
      title: head.title,
      creator: 'Tianye',
      styles: {
        default: docxDefaults,
        paragraphStyles: [
          aboutStyle,
          { id: 'Passage', name: 'Passage', basedOn: 'Normal', paragraph: { indent: { left: 480, right: 480 } } },
          {
            id: 'Citation',
            name: 'Citation',
            basedOn: 'Passage',
            run: { size: 18, color: '5C5850' },
            paragraph: { alignment: AlignmentType.RIGHT },
          },
        ],
      },
      numbering: { config: [lists.config('bullet'), lists.config('number')] },
      sections: [{ children }],
    }),
  )
}

function pageParagraphs({ title, about, quote, body }: MemoPage, lists: Lists): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
    new Paragraph({ style: 'About', children: runs(about) }),
    ...(quote === null ? [] : passageParagraphs(quote.words, quote.citation)),
    ...body.root.children.flatMap((block) => blockParagraphs(block, lists)),
  ]
}

const HEADINGS = {
  h1: HeadingLevel.HEADING_2,
  h2: HeadingLevel.HEADING_3,
  h3: HeadingLevel.HEADING_4,
} as const

function blockParagraphs(block: MemoBlock, lists: Lists): Paragraph[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.tag], children: inlineRuns(block.children) })]
    case 'quote':
      return [new Paragraph({ style: 'Passage', children: inlineRuns(block.children) })]
    case 'passage':
      return passageParagraphs(block.quote, block.citation)
    case 'list':
      return listParagraphs(block, 0, lists.next(), lists)
    default:
      return [new Paragraph({ children: inlineRuns(block.children) })]
  }
}

function passageParagraphs(words: string, citation: string): Paragraph[] {
  return [
    new Paragraph({ style: 'Passage', keepNext: citation !== '', children: runs(`“${words}”`) }),
    ...(citation === '' ? [] : [new Paragraph({ style: 'Citation', children: runs(`— ${citation}`) })]),
  ]
}

function listParagraphs(list: MemoList, level: number, instance: number, lists: Lists): Paragraph[] {
  return list.children.flatMap(({ children }) => {
    const own = children.filter((child) => child.type !== 'list')
    const below = children.filter((child) => child.type === 'list')
    const options: IParagraphOptions = {
      numbering: { reference: list.listType, level, instance },
      spacing: { after: 40 },
      children: inlineRuns(own),
    }
    return [
      ...(own.length > 0 || below.length === 0 ? [new Paragraph(options)] : []),
      ...below.flatMap((inner) => listParagraphs(inner, level + 1, lists.next(), lists)),
    ]
  })
}

/** Every list counts from its own beginning. */
class Lists {
  #count = 0

  next(): number {
    return ++this.#count
  }

  config(kind: MemoList['listType']) {
    return {
      reference: kind,
      levels: Array.from({ length: MAX_LIST_DEPTH }, (_, level) => ({
        level,
        format: kind === 'bullet' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
        text: kind === 'bullet' ? '•' : `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 480 * (level + 1), hanging: 360 } } },
      })),
    }
  }
}

function inlineRuns(inlines: readonly MemoInline[]): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.type) {
      case 'linebreak':
        return [new TextRun({ break: 1 })]
      case 'link':
        return [new ExternalHyperlink({ link: inline.url, children: inlineRuns(inline.children) })]
      default:
        return runs(inline.text, inline.format)
    }
  })
}
