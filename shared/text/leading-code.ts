/** `SP` of `SP 石坡` and of `SP`: the short code of Latin capitals and digits before a name; null where there is none. */
export function leadingCode(name: string): string | null {
  return /^([A-Z][A-Z0-9]{0,7})(?=\s|$)/.exec(name)?.[1] ?? null
}
