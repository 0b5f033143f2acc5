/** The body of a memo in plain words: the smallest document that Lexical reads, a paragraph per line. */
export function memoBody(plain: string): string {
  const paragraphs = plain.split('\n').map((line) => ({
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    textFormat: 0,
    textStyle: '',
    children:
      line === '' ? [] : [{ type: 'text', version: 1, text: line, format: 0, detail: 0, mode: 'normal', style: '' }],
  }))
  return JSON.stringify({
    root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: paragraphs },
  })
}
