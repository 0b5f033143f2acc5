// @vitest-environment jsdom
import { registerList } from '@lexical/list'
import { registerMarkdownShortcuts } from '@lexical/markdown'
import { registerRichText } from '@lexical/rich-text'
import fc from 'fast-check'
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import { describe, expect, test } from 'vitest'
import { createMemoEditor } from '../../../renderer/editor/create-memo-editor.ts'
import {
  addressOf,
  setLink,
  shiftLevel,
  toggleBlockType,
  toggleTextFormat,
} from '../../../renderer/editor/memo-format.ts'
import { MEMO_MARKDOWN } from '../../../renderer/editor/memo-markdown-shortcuts.ts'
import { $insertBlocks, bodyOf, showBody } from '../../../renderer/editor/memo-state.ts'
import { $mentionHere, insertMention, mentionIn } from '../../../renderer/editor/mention.ts'
import { memoBodySchema, type MemoPassage } from '../../../shared/memo/memo-body.ts'
import { memoBody, memoParagraph, memoText, plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { plainOfMemo } from '../../../shared/memo/plain-memo.ts'
import { arbitraryMemo } from './arbitrary-memo.ts'

/** The editor as it runs, on a page of jsdom: what it makes is what the host takes. */

function openEditor(): LexicalEditor {
  const editor = createMemoEditor({})
  const root = document.createElement('div')
  root.contentEditable = 'true'
  document.body.replaceChildren(root)
  mergeRegister(registerRichText(editor), registerList(editor), registerMarkdownShortcuts(editor, MEMO_MARKDOWN))
  editor.setRootElement(root)
  return editor
}

function act(editor: LexicalEditor, change: () => void): void {
  editor.update(change, { discrete: true })
}

/** What the editor does of its own accord comes with its next update. */
function settle(editor: LexicalEditor): void {
  act(editor, () => undefined)
}

/** Types at the caret, sign by sign, as shortcuts want it. */
function type(editor: LexicalEditor, text: string): void {
  for (const sign of text) {
    act(editor, () => {
      const selection = $getSelection() ?? $getRoot().selectEnd()
      if ($isRangeSelection(selection)) selection.insertText(sign)
    })
    settle(editor)
  }
}

function start(editor: LexicalEditor): void {
  act(editor, () => {
    $getRoot().clear().append($createParagraphNode()).selectEnd()
  })
}

/** What the host would be given; it must take it. */
function written(editor: LexicalEditor) {
  const body = bodyOf(editor.getEditorState())
  expect(memoBodySchema.safeParse(body).error).toBeUndefined()
  return body
}

const PASSAGE: MemoPassage = {
  type: 'passage',
  version: 1,
  documentId: 3,
  revisionId: 4,
  start: 5,
  end: 9,
  quote: '没签字😀',
  prefix: '几户',
  suffix: '，后来',
  citation: 'F5 · T02 · SP 石坡',
}

describe('what the editor makes', () => {
  test('a memo that is opened and not changed stays as it is', () => {
    const editor = openEditor()
    const empty = memoBody([memoParagraph()])
    fc.assert(
      fc.property(arbitraryMemo, (body) => {
        showBody(editor, body)
        const shown = written(editor)
        expect(plainOfMemo(shown)).toBe(plainOfMemo(body.root.children.length === 0 ? empty : body))
        const ids = (of: unknown) => JSON.stringify(of).match(/"(?:target|id|documentId|url)":[^,}]+/g)
        expect(ids(shown)).toEqual(ids(body))
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['# ', 'heading', { tag: 'h1' }],
    ['### ', 'heading', { tag: 'h3' }],
    ['- ', 'list', { listType: 'bullet' }],
    ['1. ', 'list', { listType: 'number' }],
    ['> ', 'quote', {}],
    ['#### ', 'paragraph', {}],
  ])('“%s” begins a %s', (sign, kind, fields) => {
    const editor = openEditor()
    start(editor)
    type(editor, `${sign}田野 x`)
    const [block] = written(editor).root.children
    expect(block).toMatchObject({ type: kind, ...fields })
  })

  test.each([
    ['a **b**', 1],
    ['a *b*', 2],
    ['a ~~b~~', 4],
  ])('“%s” becomes a format', (typed, format) => {
    const editor = openEditor()
    start(editor)
    type(editor, typed)
    expect(written(editor).root.children[0]).toMatchObject({ children: [{ text: 'a ' }, { text: 'b', format }] })
  })

  test('paragraphs become headings, lists and quotations and are paragraphs again', () => {
    const editor = openEditor()
    start(editor)
    type(editor, 'words')
    for (const kind of ['h2', 'bullet', 'number', 'quote'] as const) {
      toggleBlockType(editor, kind)
      settle(editor)
      expect(JSON.stringify(written(editor))).toContain(kind.startsWith('h') ? '"tag":"h2"' : `"${kind}"`)
      toggleBlockType(editor, kind)
      settle(editor)
      expect(written(editor).root.children).toMatchObject([{ type: 'paragraph', children: [{ text: 'words' }] }])
    }
  })

  test('list entries go in, not deeper than memos may be, and out again', () => {
    const editor = openEditor()
    start(editor)
    type(editor, '- a')
    for (let step = 0; step < 20; step++) shiftLevel(editor, 1)
    settle(editor)
    const body = written(editor)
    expect(JSON.stringify(body).match(/"listitem"/g)).toHaveLength(8)
    for (let step = 0; step < 20; step++) shiftLevel(editor, -1)
    settle(editor)
    expect(JSON.stringify(written(editor)).match(/"listitem"/g)).toHaveLength(1)
  })

  test('a quoted passage stands where the caret is, and one writes on behind it', () => {
    const editor = openEditor()
    start(editor)
    type(editor, 'before')
    act(editor, () => {
      $insertBlocks([PASSAGE])
    })
    type(editor, 'after')
    const blocks = written(editor).root.children
    expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'passage', 'paragraph'])
    expect(blocks[1]).toEqual(PASSAGE)
    expect(plainOfMemo(written(editor))).toBe('before\n“没签字😀” (F5 · T02 · SP 石坡)\nafter')
  })

  test('a passage quoted before anything was clicked goes to the end', () => {
    const editor = openEditor()
    showBody(editor, plainMemoBody('one\ntwo'))
    act(editor, () => {
      $insertBlocks([PASSAGE])
    })
    expect(written(editor).root.children.map((block) => block.type)).toEqual([
      'paragraph',
      'paragraph',
      'passage',
      'paragraph',
    ])
  })

  test('what an address may be', () => {
    expect(addressOf('example.org/a')).toBe('https://example.org/a')
    expect(addressOf('a@b.org')).toBe('mailto:a@b.org')
    expect(addressOf('https://例子.中国')).toBe('https://例子.中国')
    for (const typed of ['', 'javascript:alert(1)', 'http://example.org', 'two words', 'file:///x'])
      expect(addressOf(typed)).toBeNull()
  })

  test('a link leads where it may and nowhere else', () => {
    const editor = openEditor()
    showBody(editor, memoBody([memoParagraph([memoText('words')])]))
    act(editor, () => {
      $getRoot().select(0, 1)
    })
    setLink(editor, 'javascript:alert(1)')
    expect(JSON.stringify(written(editor))).not.toContain('"link"')
    setLink(editor, 'https://example.org')
    settle(editor)
    expect(written(editor).root.children[0]).toMatchObject({
      children: [{ type: 'link', url: 'https://example.org', rel: null }],
    })
  })

  test('bold toggles', () => {
    const editor = openEditor()
    showBody(editor, plainMemoBody('words'))
    act(editor, () => {
      $getRoot().getFirstDescendant()?.selectNext()
      const text = $getRoot().getFirstDescendant()
      if ($isTextNode(text)) text.select(0, 5)
    })
    toggleTextFormat(editor, 'bold')
    settle(editor)
    expect(written(editor).root.children[0]).toMatchObject({ children: [{ text: 'words', format: 1 }] })
  })
})

describe('mentions', () => {
  test.each([
    ['see @m.r', { from: 4, typed: 'm.r' }],
    ['@', { from: 0, typed: '' }],
    ['他说@回应', { from: 2, typed: '回应' }],
    ['他说＠回应', { from: 2, typed: '回应' }],
    ['(@x', { from: 1, typed: 'x' }],
    ['see [[needs ass', { from: 4, typed: 'needs ass' }],
    ['看【【石坡', { from: 1, typed: '石坡' }],
  ])('“%s” begins one', (before, found) => {
    expect(mentionIn(before)).toEqual(found)
  })

  test.each(['a@example.org', 'no sign', '@two words', '[[closed]]', '[one', `@${'x'.repeat(41)}`])(
    '“%s” does not',
    (before) => {
      expect(mentionIn(before)).toBeNull()
    },
  )

  test('the chosen name stands in place of what was typed, and words follow it', () => {
    const editor = openEditor()
    start(editor)
    type(editor, 'see @m.r')
    const here = editor.getEditorState().read($mentionHere)
    expect(here).toMatchObject({ from: 4, to: 8, typed: 'm.r' })
    insertMention(editor, here!, { target: 'code', id: 7, name: 'M.R 回应性动员', note: '' })
    settle(editor)
    type(editor, ' and')
    expect(written(editor).root.children).toMatchObject([
      {
        children: [
          { text: 'see ' },
          { type: 'reference', target: 'code', id: 7, text: 'M.R 回应性动员' },
          { type: 'text', text: ' and' },
        ],
      },
    ])
  })
})
