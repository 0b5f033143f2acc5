import type { Continuum, Value, ValuedSpan } from './types.ts'

const MAX_TRIES = 100

/**
 * A random continuum: each coder is given the units of a coder drawn at random, all moved by one random distance round
 * the document as if its end met its beginning. Units keep their length (one at the end may reach beyond it) and their
 * category. Distances of one source differ by at least the mean length of a unit, where there is room for that, lest
 * coders agree by construction. Source: Mathet, Widlöcher & Métivier 2015, section 5.2.
 */
export function shiftedContinuum<V extends Value>(document: Continuum<V>, random: () => number): ValuedSpan<V>[][] {
  const { coders, length } = document
  const units = coders.flat()
  const apart = units.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, units.length)
  const used: { source: number; shift: number }[] = []
  return coders.map(() => {
    const source = Math.floor(random() * coders.length)
    let shift = random() * length
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      if (used.every((other) => other.source !== source || distanceOnCircle(shift, other.shift, length) >= apart)) break
      shift = random() * length
    }
    used.push({ source, shift })
    return coders[source]!.map(({ start, end, value }) => {
      const moved = (start + shift) % length
      return { start: moved, end: moved + (end - start), value }
    })
  })
}

function distanceOnCircle(one: number, other: number, length: number): number {
  const apart = Math.abs(one - other)
  return Math.min(apart, length - apart)
}
