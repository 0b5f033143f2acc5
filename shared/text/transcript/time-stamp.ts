/** Time stamps of transcripts: h:mm:ss, mm:ss, each with milliseconds if need be, alone or as a stretch. */

const CLOCK = String.raw`\d{1,3}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?`

/** Source of a regular expression for a time stamp, without groups. */
export const TIME_STAMP = String.raw`${CLOCK}(?:\s*(?:-{1,2}>|[-–—~～至])\s*${CLOCK})?`

const WHOLE = new RegExp(String.raw`^\s*(${CLOCK})(?:\D+?(${CLOCK}))?\s*$`)

export interface TimeStamp {
  fromMs: number
  /** Null unless the stamp names a stretch. */
  toMs: number | null
}

/** Reads a whole string as time stamp; null where it is none, such as 10:75. */
export function parseTimeStamp(raw: string): TimeStamp | null {
  const found = WHOLE.exec(raw)
  if (found === null) return null
  const fromMs = milliseconds(found[1])
  if (fromMs === null) return null
  return { fromMs, toMs: found[2] === undefined ? null : milliseconds(found[2]) }
}

function milliseconds(clock = ''): number | null {
  const [whole = '', fraction = ''] = clock.split(/[.,]/)
  const parts = whole.split(/[:：]/).map(Number)
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed()
  if (seconds > 59 || (parts.length === 3 && minutes > 59)) return null
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.padEnd(3, '0'))
}
