import { portableColour } from './svg-colour.ts'

/** A drawing of the window as a file of its own: what style sheets say is written onto its parts. */

const COLOURS = ['fill', 'stroke'] as const
const OTHERS = ['stroke-width', 'stroke-opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'] as const
/** Around the drawing, px. */
const MARGIN = 12

/** The SVG source, on the page's colour, in the colours of the theme that is shown. */
export function svgSource(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  for (const [index, original] of originals.entries()) {
    const element = copies[index]
    if (element) writeLook(original, element)
  }
  const { width, height } = sizeOf(drawing)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${width} ${height}`)
  copy.prepend(background(drawing, width, height))
  return new XMLSerializer().serializeToString(copy)
}

/** The same as pixels, `scale` to each px. */
export async function pngOf(drawing: SVGSVGElement, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svgSource(drawing)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const { width, height } = sizeOf(drawing)
    const canvas = new OffscreenCanvas(width * scale, height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, width * scale, height * scale)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}

function sizeOf(drawing: SVGSVGElement): { width: number; height: number } {
  const { width, height } = drawing.getBoundingClientRect()
  return { width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(height) + 2 * MARGIN }
}

function writeLook(original: Element, copy: Element): void {
  const look = getComputedStyle(original)
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  for (const name of COLOURS) {
    const value = look.getPropertyValue(name)
    // A pattern is meant by its address in the drawing, which computed styles would make absolute.
    if (!value.startsWith('url(')) copy.setAttribute(name, portableColour(value))
  }
  for (const name of OTHERS) copy.setAttribute(name, look.getPropertyValue(name))
}

function background(drawing: SVGSVGElement, width: number, height: number): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const page = getComputedStyle(drawing).getPropertyValue('--page')
  const place = { x: -MARGIN, y: -MARGIN, width, height, fill: page }
  for (const [name, value] of Object.entries(place)) rect.setAttribute(name, String(value))
  return rect
}
