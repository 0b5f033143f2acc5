/**
 * The document tree that mammoth makes, as far as a transcript needs it. The package types it as `any`, so what comes is
 * taken apart here with care.
 */
export interface DocxNode {
  readonly type: string
  readonly children?: readonly DocxNode[]
  readonly value?: unknown
  readonly breakType?: unknown
  readonly styleName?: unknown
  readonly styleId?: unknown
}

export interface DocxText {
  /** Paragraphs are lines; LF line ends, none at the end. */
  readonly text: string
  /** Paragraphs with a heading style: where their line starts, in UTF-16 code units, and their level, 1 the outermost. */
  readonly headings: readonly { readonly start: number; readonly level: number }[]
  /** What a transcript does not carry. */
  readonly leftOut: { images: number; notes: number; comments: number }
}

/** Lines of a document: a paragraph is one, a row of a table is one with its cells apart by tabs. */
export function docxLines(document: DocxNode): DocxText {
  const parts: string[] = []
  const headings: { start: number; level: number }[] = []
  const leftOut = { images: 0, notes: 0, comments: 0 }
  let length = 0

  function addLine(line: string): void {
    parts.push(line)
    length += line.length + 1
  }

  function inline(node: DocxNode): string {
    switch (node.type) {
      case 'text':
        return typeof node.value === 'string' ? node.value : ''
      case 'tab':
        return '\t'
      case 'break':
        return '\n'
      case 'image':
        leftOut.images++
        return ''
      case 'noteReference':
        leftOut.notes++
        return ''
      case 'commentReference':
        leftOut.comments++
        return ''
      case 'table':
        return (node.children ?? []).map(row).join('\n')
      default:
        return (node.children ?? []).map(inline).join('')
    }
  }

  /** One line: line breaks inside a cell would tear its row apart. */
  function cell(node: DocxNode): string {
    return (node.children ?? [])
      .map(inline)
      .filter((text) => text !== '')
      .join(' ')
      .replaceAll('\n', ' ')
  }

  function row(node: DocxNode): string {
    return (node.children ?? []).map(cell).join('\t')
  }

  function block(node: DocxNode): void {
    switch (node.type) {
      case 'paragraph': {
        const level = headingLevel(node)
        if (level !== null) headings.push({ start: length, level })
        addLine(inline(node))
        return
      }
      case 'tableRow':
        addLine(row(node))
        return
      default:
        for (const child of node.children ?? []) block(child)
    }
  }

  block(document)
  return { text: parts.join('\n').replace(/\n+$/, ''), headings, leftOut }
}

/** Word's own heading styles, whatever the language of the program: their names in the file are English. */
function headingLevel({ styleName, styleId }: DocxNode): number | null {
  if (typeof styleName === 'string' && /^title$/i.test(styleName)) return 1
  for (const style of [styleName, styleId]) {
    const level = typeof style === 'string' ? /^heading ?([1-9])$/i.exec(style)?.[1] : undefined
    if (level !== undefined) return Number(level)
  }
  return null
}
