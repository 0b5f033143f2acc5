/**
 * UTF-8 as programs that think in UTF-16 write it: a surrogate may stand in three bytes of its own (ED A0 80 … ED BF BF).
 * Two of them in a row are one rare character; one alone is what it is, a lone surrogate, for `cleanText` to replace.
 */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Decodes the bytes. Other sequences that are no UTF-8 become U+FFFD. */
export function decodeWtf8(bytes: Uint8Array): string {
  let text = ''
  let from = 0
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    const second = bytes[at + 1] ?? 0
    const third = bytes[at + 2] ?? 0
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue
    text += utf8.decode(bytes.subarray(from, at))
    text += String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f))
    from = at + 3
    at += 2
  }
  return text + utf8.decode(bytes.subarray(from))
}
