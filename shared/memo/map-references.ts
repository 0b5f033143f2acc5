import type { MemoBlock, MemoBody, MemoInline, MemoList, MemoPassage, MemoReference } from './memo-body.ts'

/** The ids inside memos, for who gives objects new ids (merging studies) or new names. */

export interface MemoReferenceMap {
  /** Changes a mention; null turns it into plain words. */
  readonly reference?: (reference: MemoReference) => MemoReference | null
  /** Changes a quoted passage; null turns it into a quotation without a place. */
  readonly passage?: (passage: MemoPassage) => MemoPassage | null
}

/** The same memo with every mention and every quoted passage passed through `map`. The memo given is not changed. */
export function mapMemoReferences(body: MemoBody, map: MemoReferenceMap): MemoBody {
  return { root: { ...body.root, children: body.root.children.map((block) => mapBlock(block, map)) } }
}

function mapBlock(block: MemoBlock, map: MemoReferenceMap): MemoBlock {
  switch (block.type) {
    case 'list':
      return mapList(block, map)
    case 'passage': {
      const mapped = map.passage === undefined ? block : map.passage(block)
      return mapped ?? quotationWithoutPlace(block)
    }
    default:
      return { ...block, children: mapInlines(block.children, map) }
  }
}

function mapList(list: MemoList, map: MemoReferenceMap): MemoList {
  return {
    ...list,
    children: list.children.map((item) => ({
      ...item,
      children: item.children.map((child) => (child.type === 'list' ? mapList(child, map) : mapInline(child, map))),
    })),
  }
}

function mapInlines(inlines: readonly MemoInline[], map: MemoReferenceMap): MemoInline[] {
  return inlines.map((inline) => mapInline(inline, map))
}

function mapInline(inline: MemoInline, map: MemoReferenceMap): MemoInline {
  switch (inline.type) {
    case 'reference':
      return mapReference(inline, map)
    case 'link':
      return {
        ...inline,
        children: inline.children.map((child) => (child.type === 'reference' ? mapReference(child, map) : child)),
      }
    default:
      return inline
  }
}

function mapReference(reference: MemoReference, map: MemoReferenceMap) {
  const mapped = map.reference === undefined ? reference : map.reference(reference)
  if (mapped !== null) return mapped
  const { target: _target, id: _id, ...words } = reference
  return { ...words, type: 'text', mode: 'normal' } as const
}

function quotationWithoutPlace({ quote, citation }: MemoPassage): MemoBlock {
  const words = citation === '' ? quote : `${quote} (${citation})`
  return {
    type: 'quote',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text: words }],
  }
}
