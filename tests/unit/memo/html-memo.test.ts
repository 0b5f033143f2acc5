// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoFromHtml } from '../../../renderer/editor/html-memo.ts'
import { blocksFrom } from '../../../renderer/editor/take-in.ts'
import { memoBodySchema } from '../../../shared/memo/memo-body.ts'
import { memoBody } from '../../../shared/memo/memo-nodes.ts'
import { plainOfMemo } from '../../../shared/memo/plain-memo.ts'

/** What arrives when a page that means harm, or a word processor, is pasted into a memo. */

const plain = (html: string) => plainOfMemo(memoBody(memoFromHtml(html)))
const isInOrder = (html: string) => memoBodySchema.safeParse(memoBody(memoFromHtml(html))).success

function clipboard(types: Record<string, string>): Pick<DataTransfer, 'getData'> {
  return { getData: (type) => types[type] ?? '' }
}

describe('attacks', () => {
  test.each([
    ['a script', '<p>a<script>alert(1)</script>b</p>', 'ab'],
    ['a script that ends a script', '<script><!--</script><script>alert(1)</script>x', 'x'],
    ['a handler', '<img src=x onerror=alert(1)><p onclick="alert(1)">a</p>', 'a'],
    ['a picture drawn by a script', '<svg><script>alert(1)</script><text>no</text></svg><p>a</p>', 'a'],
    ['markup of mathematics', '<math><mtext><script>alert(1)</script></mtext></math>a', 'a'],
    [
      'a style',
      '<style>@import "https://example.org/x.css"</style><p style="background:url(https://example.org)">a</p>',
      'a',
    ],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>">x</iframe><object data="x">y</object><embed src=z>a', 'a'],
    ['a form', '<form action="https://example.org"><input value="secret"><button>Send</button></form>a', 'a'],
    ['a template', '<template><img src=x onerror=alert(1)>t</template>a', 'a'],
    ['a base', '<base href="https://example.org/"><p>a</p>', 'a'],
    ['a refresh', '<meta http-equiv=refresh content="0;url=https://example.org"><p>a</p>', 'a'],
    ['a comment', '<!--[if IE]><script>alert(1)</script><![endif]-->a', 'a'],
    [
      'markup that breaks out of noscript',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>a',
      'a',
    ],
  ])('%s is not there', (_what, html, words) => {
    expect(isInOrder(html)).toBe(true)
    expect(plain(html)).toBe(words)
    expect(JSON.stringify(memoFromHtml(html))).not.toMatch(/alert|example\.org|onerror|onclick/)
  })

  test.each([
    'javascript:alert(1)',
    '&#106;avascript:alert(1)',
    'java&#10;script:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'http://example.org',
    '//example.org',
    '#top',
    '',
  ])('a link to %s leaves its words', (href) => {
    const blocks = memoFromHtml(`<p>see <a href="${href}">there</a></p>`)
    expect(JSON.stringify(blocks)).not.toContain('"link"')
    expect(plainOfMemo(memoBody(blocks))).toBe('see there')
  })

  test('a link to the web stays, whatever hangs on it', () => {
    const blocks = memoFromHtml(
      '<a href="https://example.org/a" target=_top onclick="alert(1)" rel=opener style="position:fixed">x</a>',
    )
    expect(blocks).toMatchObject([
      { type: 'paragraph', children: [{ type: 'link', url: 'https://example.org/a', target: null, rel: null }] },
    ])
    expect(JSON.stringify(blocks)).not.toMatch(/onclick|fixed|_top|opener/)
  })

  test('nesting without end is cut off', () => {
    expect(isInOrder(`${'<div>'.repeat(500)}x`)).toBe(true)
    expect(isInOrder(`${'<ul><li>'.repeat(500)}x`)).toBe(true)
    expect(isInOrder(`${'<b><i>'.repeat(500)}x`)).toBe(true)
  })

  test('nodes on the clipboard that pretend to be ours pass the same schema', () => {
    const nodes = [
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'a' }] }],
      },
      { type: 'passage', documentId: '1 OR 1', quote: 'kept words', revisionId: 1, start: 0, end: 1 },
      { type: 'reference', text: 'b', target: '__proto__', id: -1 },
      { type: 'image', src: 'https://example.org/x.png' },
      { type: 'paragraph', style: 'x', children: [{ type: 'text', text: 'c', style: 'color:red', format: 255 }] },
    ]
    const blocks = blocksFrom(
      clipboard({ 'application/x-lexical-editor': JSON.stringify({ namespace: 'tianye-memo', nodes }) }),
    )
    expect(memoBodySchema.safeParse(memoBody(blocks)).success).toBe(true)
    expect(plainOfMemo(memoBody(blocks))).toBe('a\nkept words\nb\nc')
    expect(JSON.stringify(blocks)).not.toMatch(/javascript|example|color|"link"|"reference"|"passage"/)
  })

  test('another editor’s nodes are not read; its HTML is', () => {
    const blocks = blocksFrom(
      clipboard({
        'application/x-lexical-editor': JSON.stringify({
          namespace: 'other',
          nodes: [{ type: 'text', text: 'nodes' }],
        }),
        'text/html': '<p>html</p>',
        'text/plain': 'plain',
      }),
    )
    expect(plainOfMemo(memoBody(blocks))).toBe('html')
  })

  test('whatever is pasted, what comes out is a memo', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'b',
      'ul',
      'ol',
      'li',
      'h1',
      'h5',
      'blockquote',
      'table',
      'tr',
      'td',
      'a href="https://x.org"',
      'a href="javascript:x"',
      'script',
      'svg',
      'br',
      'pre',
      'span style="font-weight:700"',
    )
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0]}>`),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(isInOrder(pieces.join(''))).toBe(true)
      }),
    )
  })
})

describe('what people paste', () => {
  test('headings, lists in lists, quotations and formats are kept; lower headings are the third', () => {
    const blocks = memoFromHtml(`
      <h1>One</h1>
      <h5>Five</h5>
      <p>Plain <strong>bold</strong> <em>it<u>al</u></em> <s>no</s></p>
      <ul>
        <li>a
          <ol><li>b</li><li>c</li></ol>
        </li>
        <li>d</li>
      </ul>
      <blockquote><p>Said so.</p></blockquote>`)
    expect(blocks.map(({ type }) => type)).toEqual(['heading', 'heading', 'paragraph', 'list', 'quote'])
    expect(blocks[1]).toMatchObject({ tag: 'h3' })
    expect(plainOfMemo(memoBody(blocks))).toBe('One\nFive\nPlain bold ital no\na \nb\nc\nd\nSaid so.')
    expect(JSON.stringify(blocks[2])).toMatch(
      /"format":1,.*"text":"bold".*"format":2.*"text":"it".*"format":10.*"text":"al".*"format":4.*"text":"no"/,
    )
  })

  test('a word processor’s styles are read as formats, its tables as lines with tabs', () => {
    expect(memoFromHtml('<span style="font-weight:700;font-style:italic">x</span>')).toMatchObject([
      { children: [{ text: 'x', format: 3 }] },
    ])
    expect(plain('<table><tr><td>2023</td><td>三户</td></tr><tr><td>2024</td><td>五户</td></tr></table>')).toBe(
      '2023\t三户\n2024\t五户',
    )
  })

  test('Chinese, emoji and no-break spaces come as they are', () => {
    expect(plain('<p>田野&nbsp;👨‍👩‍👧 𠮷</p>')).toBe('田野 👨‍👩‍👧 𠮷')
  })

  test('plain words keep their lines', () => {
    expect(plainOfMemo(memoBody(blocksFrom(clipboard({ 'text/plain': 'a\r\n\r\nb' }))))).toBe('a\n\nb')
  })
})
