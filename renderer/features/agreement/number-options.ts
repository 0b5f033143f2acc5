/** Numbers to choose from, in order, with the one that is set among them: it may come from elsewhere. */
export function numberOptions(usual: readonly number[], chosen: number): number[] {
  return [...new Set([...usual, chosen])].sort((a, b) => a - b)
}
