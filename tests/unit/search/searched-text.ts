import fc from 'fast-check'
import type { SearchedText } from '../../../shared/search/find-in-text.ts'
import { foldText, type FoldedText } from '../../../shared/search/fold-text.ts'

/** Texts of everything that makes folding hard, in few letters, so that things are found again. */
export const TEXT: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'A',
        'b',
        'ß',
        'ẞ',
        's',
        'S',
        'Σ',
        'ς',
        'σ',
        'İ',
        'i',
        'ŉ',
        'ﬁ',
        'é',
        'e',
        '\u0301',
        '\u0323',
        'Ａ',
        '１',
      ],
      ...['信', '任', '没', '签', '𠮷', '\uf900', '\u{2f800}', '。', '，', ' ', '\u3000', '\n', "'", '-'],
      ...['😀', '👨‍👩‍👧', '🇨🇳', '\u200d', '\ufe0f', 'ｶ', 'ﾞ', '가', '가', 'ก', 'ำ', 'א', '\u05b0', '𐐀'],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

export function searchedText(text: string, language = 'und'): SearchedText {
  const kept = new Map<boolean, FoldedText>()
  return {
    text,
    language,
    folded(keepCase) {
      const known = kept.get(keepCase) ?? foldText(text, keepCase)
      kept.set(keepCase, known)
      return known
    },
  }
}
