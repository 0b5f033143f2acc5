/** Colours offered for codes and coders: at least 3:1 against the page in both themes, told apart by the colour-blind in pairs. */
export const CODE_COLOURS = [
  { id: 'blue', hex: '#3f6fb5' },
  { id: 'sky', hex: '#2e8fb8' },
  { id: 'teal', hex: '#22918a' },
  { id: 'green', hex: '#4c8f3c' },
  { id: 'olive', hex: '#868a1e' },
  { id: 'ochre', hex: '#b0791a' },
  { id: 'orange', hex: '#c8642a' },
  { id: 'red', hex: '#c74a45' },
  { id: 'pink', hex: '#c2538f' },
  { id: 'purple', hex: '#9062bd' },
  { id: 'violet', hex: '#6f6bc9' },
  { id: 'brown', hex: '#96705a' },
  { id: 'grey', hex: '#7c8087' },
] as const
