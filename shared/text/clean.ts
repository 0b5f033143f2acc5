/**
 * The one change Tianye makes to a text, once, at import and before any offset exists (DESIGN 5, architecture 3.4).
 * It never normalises Unicode: what looks like one character stays as many code points as it came with.
 */

export interface CleanedText {
  text: string
  /** Characters that became U+FFFD, one for one. */
  replaced: {
    nul: number
    /** Other characters XML 1.0 cannot hold: C0 controls except tab and line feed, U+FFFE, U+FFFF. */
    controls: number
    /** Halves of a surrogate pair without their other half. */
    loneSurrogates: number
  }
  hadBom: boolean
  /** Line ends as they were; all are LF now. */
  lineEndings: { lf: number; crlf: number; cr: number }
}

const REPLACEMENT = '\ufffd'
// From a string, because a regular expression literal may not name control characters (no-control-regex).
const UNWANTED = new RegExp('\\r\\n?|[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|\\p{Surrogate}', 'gu')

/**
 * Strips one leading byte order mark, turns CRLF and lone CR into LF, and replaces what XML 1.0 and SQLite cannot hold.
 * A text that begins with two byte order marks keeps the second: decoders must therefore leave the first to this
 * function.
 */
export function cleanText(raw: string): CleanedText {
  const hadBom = raw.startsWith('\ufeff')
  const replaced = { nul: 0, controls: 0, loneSurrogates: 0 }
  const lineEndings = { lf: 0, crlf: 0, cr: 0 }

  const text = (hadBom ? raw.slice(1) : raw).replace(UNWANTED, (found) => {
    if (found === '\r\n') {
      lineEndings.crlf++
      return '\n'
    }
    if (found === '\r') {
      lineEndings.cr++
      return '\n'
    }
    const unit = found.charCodeAt(0)
    if (unit === 0) replaced.nul++
    else if (unit >= 0xd800 && unit <= 0xdfff) replaced.loneSurrogates++
    else replaced.controls++
    return REPLACEMENT
  })
  let newlines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) newlines++
  lineEndings.lf = newlines - lineEndings.crlf - lineEndings.cr

  return { text, replaced, hadBom, lineEndings }
}
