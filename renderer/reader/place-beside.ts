/** A rectangle in viewport pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const GAP = 6
const EDGE = 8

/**
 * Where something of this size goes so that it stands under `anchor`, or above it where there is no room below, and
 * inside the viewport either way.
 */
export function placeBeside(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { left: number; top: number } {
  const below = anchor.bottom + GAP
  const above = anchor.top - GAP - size.height
  const fitsBelow = below + size.height <= viewport.height - EDGE
  const top = fitsBelow || above < EDGE ? below : above
  return {
    left: within(anchor.left, EDGE, viewport.width - EDGE - size.width),
    top: within(top, EDGE, viewport.height - EDGE - size.height),
  }
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
