/** Colours offered for codes: told apart on paper and on black, by most colour-blind eyes too; any other can be typed in. */
export const CODE_COLOURS: readonly string[] = [
  '#1b6f8a',
  '#2e7d4f',
  '#6d8b1f',
  '#b07c00',
  '#c2571a',
  '#b3343a',
  '#a8396f',
  '#7b4fa3',
  '#4a5fb0',
  '#3f6f6f',
  '#7a5a3a',
  '#5f6368',
]
