import type { MemoBlock, MemoBody, MemoInline, MemoList } from './memo-body.ts'

/**
 * The plain words of a memo, for lists, searches and tables: a line per paragraph, heading, list entry and line of a
 * quotation; quoted passages between quotation marks with their citation.
 */
export function plainOfMemo(body: MemoBody): string {
  return body.root.children.map(plainOfBlock).join('\n')
}

function plainOfBlock(block: MemoBlock): string {
  switch (block.type) {
    case 'list':
      return plainOfList(block)
    case 'passage':
      return block.citation === '' ? `“${block.quote}”` : `“${block.quote}” (${block.citation})`
    default:
      return plainOfInlines(block.children)
  }
}

function plainOfList(list: MemoList): string {
  return list.children
    .map(({ children }) => {
      const inner = children.filter((child) => child.type === 'list').map(plainOfList)
      const own = plainOfInlines(children.filter((child) => child.type !== 'list'))
      // An entry that only holds the list below it is no line of its own.
      return [...(own === '' && inner.length > 0 ? [] : [own]), ...inner].join('\n')
    })
    .join('\n')
}

/** The words of one line. */
export function plainOfInlines(inlines: readonly MemoInline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'linebreak':
          return '\n'
        case 'link':
          return plainOfInlines(inline.children)
        default:
          return inline.text
      }
    })
    .join('')
}

/** Whether nothing is written: no words, no quoted passage. */
export function isBlankMemo(body: MemoBody): boolean {
  return body.root.children.every((block) => block.type !== 'passage' && plainOfBlock(block).trim() === '')
}
