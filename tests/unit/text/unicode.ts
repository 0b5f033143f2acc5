import fc from 'fast-check'

/** Pieces of text on which careless string code breaks; joined at random by the property tests. */
// prettier-ignore
const TROUBLE = [
  'a', 'Z', ' ', '\n', '.', '，', '。', '我们', '签', '𠮷', '😀', '👍🏽', '👨‍👩‍👧‍👦', '🇨🇳', '🇫🇷🇩', '❤️', '1️⃣', 'é', 'e\u0301', 'o\u0308\u0323',
  '\u0301', '\u200d', '\u200c', '\ufe0f', '\u{1f3fd}', '한국', '\u1112\u1161\u11ab', 'नमस्ते', 'क्षि', 'ำ', 'ก็', 'שלום', 'مرحبا', '\u200f',
  '\u0600', '\u{110bd}', '\u00a0', '\u3000', '\t', '\u2028', '\ufeff', '\u00ad', '🏴\u{e0067}\u{e0062}\u{e007f}',
]

/** Well-formed text on LF, full of emoji, joiners, flags, combining marks, Hangul, Indic and right-to-left scripts. */
export function unicodeText(maxPieces = 40): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...TROUBLE) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }).map((raw) => raw.replaceAll('\r', '\n')) },
  )
  return fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''))
}

/** Any sequence of UTF-16 code units, with what import has to clean in every second text. */
export function rawText(): fc.Arbitrary<string> {
  const nasty = fc.constantFrom(
    '\u0000',
    '\r',
    '\r\n',
    '\n',
    '\ufeff',
    '\ud83d',
    '\ude00',
    '\ufffe',
    '\uffff',
    '\u000b',
    '\t',
    '😀',
    '字',
  )
  const piece = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('abc', '我们'))
  return fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
}
