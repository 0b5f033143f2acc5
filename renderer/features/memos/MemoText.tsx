import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { BOLD, ITALIC, STRIKE, UNDERLINE } from '../../../shared/memo/memo-body.ts'
import type { MemoBlock, MemoBody, MemoInline, MemoList } from '../../../shared/memo/memo-body.ts'
import type { MemoDestination } from '../../editor/open-links.ts'
import text from '../../editor/memo-text.module.css'
import styles from './MemoText.module.css'

export interface MemoTextProps {
  readonly body: MemoBody
  readonly onOpen: (destination: MemoDestination) => void
}

/** A memo to be read: another coder's. What it mentions are buttons. */
export function MemoText({ body, onOpen }: MemoTextProps) {
  const shared = { onOpen }
  return (
    <div className={text['text']}>
      {body.root.children.map((block, index) => (
        <Block key={index} block={block} {...shared} />
      ))}
    </div>
  )
}

type Shared = Pick<MemoTextProps, 'onOpen'>

function Block({ block, onOpen }: Shared & { readonly block: MemoBlock }) {
  switch (block.type) {
    case 'heading': {
      const Heading = block.tag
      return <Heading>{inlines(block.children, onOpen)}</Heading>
    }
    case 'quote':
      return <blockquote>{inlines(block.children, onOpen)}</blockquote>
    case 'list':
      return <List list={block} onOpen={onOpen} />
    case 'passage': {
      const { type: _type, version: _version, ...passage } = block
      return (
        <figure className={text['passage']}>
          <blockquote>{passage.quote}</blockquote>
          <figcaption>
            <button
              type="button"
              className={styles['plain']}
              onClick={() => {
                onOpen({ kind: 'passage', passage })
              }}
            >
              {passage.citation}
            </button>
          </figcaption>
        </figure>
      )
    }
    default:
      return <p>{inlines(block.children, onOpen)}</p>
  }
}

function List({ list, onOpen }: Shared & { readonly list: MemoList }) {
  const Tag = list.tag
  return (
    <Tag {...(list.tag === 'ol' && { start: list.start })}>
      {list.children.map((item, index) => (
        <li key={index}>
          {inlines(
            item.children.filter((child) => child.type !== 'list'),
            onOpen,
          )}
          {item.children.map((child, at) => child.type === 'list' && <List key={at} list={child} onOpen={onOpen} />)}
        </li>
      ))}
    </Tag>
  )
}

function inlines(children: readonly MemoInline[], onOpen: Shared['onOpen']): ReactNode {
  return children.map((inline, index) => <Fragment key={index}>{inlineOf(inline, onOpen)}</Fragment>)
}

function inlineOf(inline: MemoInline, onOpen: Shared['onOpen']): ReactNode {
  switch (inline.type) {
    case 'linebreak':
      return <br />
    case 'link':
      return (
        <a
          href={inline.url}
          onClick={(event) => {
            event.preventDefault()
            onOpen({ kind: 'web', url: inline.url })
          }}
        >
          {inlines(inline.children, onOpen)}
        </a>
      )
    case 'reference':
      return (
        <button
          type="button"
          className={`${styles['plain']} ${text['reference']}`}
          onClick={() => {
            onOpen({ kind: 'reference', target: inline.target, id: inline.id })
          }}
        >
          {formatted(inline.text, inline.format)}
        </button>
      )
    default:
      return formatted(inline.text, inline.format)
  }
}

function formatted(words: string, format: number): ReactNode {
  let node: ReactNode = words
  if ((format & BOLD) !== 0) node = <strong>{node}</strong>
  if ((format & ITALIC) !== 0) node = <em>{node}</em>
  if ((format & UNDERLINE) !== 0) node = <u>{node}</u>
  if ((format & STRIKE) !== 0) node = <s>{node}</s>
  return node
}
