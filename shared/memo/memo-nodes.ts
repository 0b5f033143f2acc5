import type {
  MemoBlock,
  MemoBody,
  MemoInline,
  MemoLink,
  MemoList,
  MemoListItem,
  MemoReference,
  MemoText,
  ReferenceTarget,
} from './memo-body.ts'

/** The parts of a memo, made whole: with every field that the editor expects. */

const element = { version: 1, direction: null, format: '', indent: 0 } as const

export function memoBody(children: readonly MemoBlock[]): MemoBody {
  return { root: { type: 'root', ...element, children: [...children] } }
}

export function memoText(text: string, format = 0): MemoText {
  return { type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text }
}

export function memoReference(target: ReferenceTarget, id: number, text: string, format = 0): MemoReference {
  return { type: 'reference', version: 1, detail: 0, format, mode: 'token', style: '', text, target, id }
}

export function memoParagraph(children: readonly MemoInline[] = []): MemoBlock {
  return { type: 'paragraph', ...element, textFormat: 0, textStyle: '', children: [...children] }
}

export function memoHeading(tag: 'h1' | 'h2' | 'h3', children: readonly MemoInline[]): MemoBlock {
  return { type: 'heading', ...element, tag, children: [...children] }
}

export function memoQuote(children: readonly MemoInline[]): MemoBlock {
  return { type: 'quote', ...element, children: [...children] }
}

export function memoLink(url: string, children: MemoLink['children']): MemoLink {
  return { type: 'link', ...element, url, rel: null, target: null, title: null, children }
}

export function memoList(listType: MemoList['listType'], children: readonly MemoListItem[], start = 1): MemoList {
  return {
    type: 'list',
    ...element,
    listType,
    tag: listType === 'bullet' ? 'ul' : 'ol',
    start,
    children: [...children],
  }
}

/** @param value its number in the list, from 1; @param depth of its list, 0 at the top */
export function memoListItem(children: MemoListItem['children'], value: number, depth: number): MemoListItem {
  return { type: 'listitem', ...element, indent: depth, value, children }
}

/** A memo of plain words: a paragraph per line. */
export function plainMemoBody(plain: string): MemoBody {
  return memoBody(plain.split('\n').map((line) => memoParagraph(line === '' ? [] : [memoText(line)])))
}
