/** Whether a string holds anything a reader would have to have translated: a letter of any script. */
export function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text)
}
