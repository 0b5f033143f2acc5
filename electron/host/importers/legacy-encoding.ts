import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** Encodings from before Unicode that transcripts still come in; `chardet` under the names that it uses. */
const CANDIDATES = [
  { encoding: 'GB18030', chardet: ['GB18030'] },
  { encoding: 'Big5', chardet: ['Big5'] },
  { encoding: 'Shift_JIS', chardet: ['Shift_JIS'] },
  { encoding: 'EUC-JP', chardet: ['EUC-JP'] },
  { encoding: 'EUC-KR', chardet: ['EUC-KR'] },
] as const

const SINGLE_BYTE = 'windows-1252'
const SAMPLE_BYTES = 65_536

/** What running text cannot do without: the most frequent characters in simplified and traditional script, and kana. */
const FREQUENT = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过家学里后小么心多去想' +
    '還這個們來為國說時會對於著過學裡後麼沒開問當還讓給從話頭錢點' +
    '没什好看起成只用样都很吧呢啊吗把跟村民户干部钱问话头点给让从当开还事' +
    'のにはをたがでてとしれさあるいもするからなことですま' +
    '이다는을가에의를은고하도지로기' +
    '，。、？！：；“”「」（）…—',
)

export interface LegacyGuess {
  readonly encoding: string
  readonly isCertain: boolean
}

/**
 * The encoding of bytes that are no Unicode. Latin letters with accents stand alone among plain letters; in the East
 * Asian encodings high bytes come in pairs, and only the right one of them makes running text.
 */
export function guessLegacyEncoding(bytes: Uint8Array): LegacyGuess {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES))
  if (isSingleByte(sample)) return { encoding: SINGLE_BYTE, isCertain: true }
  const confidences = new Map<string, number>(analyse(sample).map(({ name, confidence }) => [name, confidence]))
  const scored = CANDIDATES.map(({ encoding, chardet }) => {
    const believed = Math.max(...chardet.map((name) => confidences.get(name) ?? 0)) / 100
    return { encoding, score: likelihood(iconv.decode(sample, encoding)) + believed * 0.1 }
  }).sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (best === undefined || second === undefined || best.score < 0) return { encoding: SINGLE_BYTE, isCertain: false }
  return { encoding: best.encoding, isCertain: best.score > 0.1 && best.score > second.score * 1.5 }
}

/** Whether most runs of high bytes are one byte long. */
function isSingleByte(bytes: Uint8Array): boolean {
  let runs = 0
  let single = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    let end = at
    while ((bytes[end] ?? 0) >= 0x80) end++
    runs++
    if (end - at === 1 && isAsciiLetter(bytes[at - 1]) && (bytes[end] === undefined || isAsciiText(bytes[end])))
      single++
    at = end
  }
  return single > runs * 0.6
}

function isAsciiLetter(byte = 0x20): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}

function isAsciiText(byte = 0x20): boolean {
  return isAsciiLetter(byte) || byte === 0x20 || byte === 0x27 || byte === 0x2c || byte === 0x2e || byte === 0x0a
}

/** Share of frequent characters among those beyond ASCII, less twenty times the share of what is no character at all. */
function likelihood(text: string): number {
  let beyond = 0
  let frequent = 0
  let bad = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) continue
    beyond++
    if (FREQUENT.has(character)) frequent++
    else if (point === 0xfffd || (point >= 0xe000 && point <= 0xf8ff)) bad++
  }
  return beyond === 0 ? 0 : (frequent - bad * 20) / beyond
}
