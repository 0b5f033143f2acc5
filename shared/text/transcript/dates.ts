const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const FORMS: { pattern: RegExp; order: 'ymd' | 'dmy' | 'mdy' }[] = [
  { pattern: /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?!\d)/, order: 'ymd' },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?!\d)/, order: 'ymd' },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?!\d)/, order: 'dmy' },
  { pattern: /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/, order: 'mdy' },
]

/**
 * ISO date (2024-06-11) from what people write: 2024-6-11, 2024/6/11, 2024年6月11日, 20240611, 11 June 2024. A time behind
 * it is ignored. Null where the day is missing, does not exist, or could be two days (11/06/2024).
 */
export function isoDate(raw: string): string | null {
  const text = raw.normalize('NFKC').trim().toLowerCase()
  for (const { pattern, order } of FORMS) {
    const found = pattern.exec(text)
    if (found !== null) {
      const [, first = '', second = '', third = ''] = found
      if (order === 'ymd') return dateOf(Number(first), Number(second), Number(third))
      return order === 'dmy'
        ? dateOf(Number(third), monthNumber(second), Number(first))
        : dateOf(Number(third), monthNumber(first), Number(second))
    }
  }
  return null
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1
}

function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
