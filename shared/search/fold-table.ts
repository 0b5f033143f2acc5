/**
 * How single characters are folded. Nearly every UTF-16 unit becomes one other unit, whatever stands around it; a table
 * knows which. The rest is marked and folded in pieces: a character with all its combining marks.
 */

/** In the table: to be folded in a piece. */
export const SPECIAL = 0

const tables = new Map<boolean, Uint16Array>()

/** Folded unit by unit, `SPECIAL` for the others. Made at first use, in some 30 ms. */
export function foldTable(keepCase: boolean): Uint16Array {
  let table = tables.get(keepCase)
  if (table === undefined) {
    table = makeTable(keepCase)
    tables.set(keepCase, table)
  }
  return table
}

/** Folds a character and its marks. */
export function foldPiece(piece: string, keepCase: boolean): string {
  const narrow = piece
    .normalize('NFC')
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .replace(BLANK, ' ')
    .normalize('NFC')
  // By way of capitals, so that all that is written with the same capitals is equal: ß and ss, σ and ς.
  return keepCase ? narrow : narrow.toUpperCase().toLowerCase().normalize('NFC')
}

/** Whether a code point may change what stands before it: marks, the voicing marks of narrow kana, Hangul letters. */
export function isContinuing(point: number): boolean {
  if (point < 0x300) return false
  if (point === 0xff9e || point === 0xff9f || isJamo(point)) return true
  return MARK.test(String.fromCodePoint(point))
}

const MARK = /\p{M}/u
/** Full-width digits and Latin letters, half-width kana: what input methods make of what people mean. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]+/g
const BLANK = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g

function isJamo(point: number): boolean {
  return (
    (point >= 0x1100 && point <= 0x11ff) || (point >= 0xa960 && point <= 0xa97f) || (point >= 0xd7b0 && point <= 0xd7ff)
  )
}

function makeTable(keepCase: boolean): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  for (let unit = 0; unit < 0x10000; unit++) {
    if (isUniform(unit)) continue
    const character = String.fromCharCode(unit)
    if (isContinuing(unit)) table[unit] = SPECIAL
    else if (MAY_CHANGE.test(character)) {
      const folded = foldPiece(character, keepCase)
      table[unit] = folded.length === 1 ? folded.charCodeAt(0) : SPECIAL
    }
  }
  for (const high of SPECIAL_PLANES) table[high] = SPECIAL
  return table
}

/** What may become something else: by case, by width, by composition. */
const MAY_CHANGE =
  /[\p{Changes_When_Casemapped}\p{Changes_When_NFKC_Casefolded}\t\u0340-\u037e\u0958-\u0fff\u1e00-\u1fff\u2000-\u212b\u2adc\uf900-\ufb4e]/u

/**
 * High surrogates of the blocks in which a character has a case, combines, or stands for another: Deseret to Adlam, musical
 * signs, CJK compatibility ideographs, variation selectors.
 */
const SPECIAL_PLANES = [
  0xd800, 0xd801, 0xd802, 0xd803, 0xd804, 0xd805, 0xd806, 0xd807, 0xd80d, 0xd818, 0xd81a, 0xd81b, 0xd82f, 0xd833,
  0xd834, 0xd836, 0xd838, 0xd839, 0xd83a, 0xd87e, 0xdb40,
]

/** Large ranges in which every unit stands for itself: Han, Hangul syllables, surrogates, private use. */
function isUniform(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xd800 && unit <= 0xf8ff)
}
