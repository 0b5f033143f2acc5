/**
 * A computed colour as other programs understand it: browsers answer mixed colours as `color(srgb 0.1 0.2 0.3 / 0.5)`,
 * which drawing programs do not read. Others are left as they are.
 */
export function portableColour(computed: string): string {
  const match = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(computed)
  if (!match) return computed
  const [red, green, blue] = match.slice(1, 4).map((part) => Math.round(Math.min(1, Math.max(0, Number(part))) * 255))
  return match[4] === undefined
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${Number(match[4])})`
}
