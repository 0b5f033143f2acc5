import {
  $applyNodeReplacement,
  addClassNamesToElement,
  DecoratorNode,
  TextNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type SerializedTextNode,
} from 'lexical'
import type { MemoPassage, ReferenceTarget } from '../../shared/memo/memo-body.ts'

/** The editor's own two nodes. Their DOM is made of elements and text, never of markup. */

export type Passage = Omit<MemoPassage, 'type' | 'version'>

type SerializedPassage = Passage & SerializedLexicalNode

/** A quoted stretch of a transcript: a block that is deleted or kept as a whole. */
export class PassageNode extends DecoratorNode<null> {
  __passage: Passage

  static override getType(): string {
    return 'passage'
  }

  static override clone(node: PassageNode): PassageNode {
    return new PassageNode(node.__passage, node.__key)
  }

  static override importJSON({ type: _type, version: _version, ...passage }: SerializedPassage): PassageNode {
    return $createPassageNode(passage)
  }

  constructor(passage: Passage = NO_PASSAGE, key?: NodeKey) {
    super(key)
    this.__passage = passage
  }

  override exportJSON(): SerializedPassage {
    return { type: 'passage', version: 1, ...this.getPassage() }
  }

  getPassage(): Passage {
    return this.getLatest().__passage
  }

  override getTextContent(): string {
    const { quote, citation } = this.getPassage()
    return citation === '' ? `“${quote}”` : `“${quote}” (${citation})`
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const figure = passageElement(this.__passage)
    addClassNamesToElement(figure, classOf(config, 'passage'))
    return figure
  }

  override updateDOM(): false {
    return false
  }

  override exportDOM(): DOMExportOutput {
    return { element: passageElement(this.getPassage()) }
  }

  override decorate(): null {
    return null
  }

  override isInline(): false {
    return false
  }
}

const NO_PASSAGE: Passage = {
  documentId: 0,
  revisionId: 0,
  start: 0,
  end: 0,
  quote: '',
  prefix: '',
  suffix: '',
  citation: '',
}

function passageElement({ quote, citation }: Passage): HTMLElement {
  const figure = document.createElement('figure')
  const words = document.createElement('blockquote')
  words.textContent = quote
  const caption = document.createElement('figcaption')
  caption.textContent = citation
  figure.append(words, caption)
  return figure
}

export function $createPassageNode(passage: Passage): PassageNode {
  return $applyNodeReplacement(new PassageNode(passage))
}

export function $isPassageNode(node: LexicalNode | null | undefined): node is PassageNode {
  return node instanceof PassageNode
}

type SerializedReference = SerializedTextNode & { target: ReferenceTarget; id: number }

/** A mention of a code, a case, a transcript …: words that are deleted as a whole and lead to what they name. */
export class ReferenceNode extends TextNode {
  __target: ReferenceTarget
  __id: number

  static override getType(): string {
    return 'reference'
  }

  static override clone(node: ReferenceNode): ReferenceNode {
    return new ReferenceNode(node.__target, node.__id, node.__text, node.__key)
  }

  static override importJSON(serialized: SerializedReference): ReferenceNode {
    const node = $createReferenceNode(serialized.target, serialized.id, serialized.text)
    node.setFormat(serialized.format)
    return node
  }

  constructor(target: ReferenceTarget = 'code', id = 0, text = '', key?: NodeKey) {
    super(text, key)
    this.__target = target
    this.__id = id
  }

  override exportJSON(): SerializedReference {
    const { __target, __id } = this.getLatest()
    return { ...super.exportJSON(), type: 'reference', version: 1, target: __target, id: __id }
  }

  getReference(): { readonly target: ReferenceTarget; readonly id: number } {
    const { __target, __id } = this.getLatest()
    return { target: __target, id: __id }
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    addClassNamesToElement(element, classOf(config, 'reference'))
    element.dataset['target'] = this.__target
    return element
  }

  override canInsertTextBefore(): false {
    return false
  }

  override canInsertTextAfter(): false {
    return false
  }

  override isTextEntity(): true {
    return true
  }
}

export function $createReferenceNode(target: ReferenceTarget, id: number, text: string): ReferenceNode {
  return $applyNodeReplacement(new ReferenceNode(target, id, text)).setMode('token')
}

export function $isReferenceNode(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode
}

function classOf(config: EditorConfig, name: 'passage' | 'reference'): string | undefined {
  const theme: unknown = config.theme[name]
  return typeof theme === 'string' ? theme : undefined
}
