/** Names of bands on a scale of interpretation, from the lowest up; each is a key of the interface's texts. */
export type Band =
  | 'poor'
  | 'slight'
  | 'fair'
  | 'moderate'
  | 'substantial'
  | 'good'
  | 'fairToGood'
  | 'almostPerfect'
  | 'veryGood'
  | 'excellent'
  | 'unreliable'
  | 'tentative'
  | 'reliable'

export interface Scale {
  readonly source: string
  readonly lowest: Band
  /** From which value on a band holds, ascending. */
  readonly bands: readonly (readonly [from: number, band: Band])[]
}

/**
 * Conventions for putting a coefficient into a word: off by default, shown with their source, and never more than that.
 * Judge the lower bound of the interval by them, not the value.
 */
export const SCALES = {
  krippendorff: {
    source: 'Krippendorff 2019',
    lowest: 'unreliable',
    bands: [
      [0.667, 'tentative'],
      [0.8, 'reliable'],
    ],
  },
  landisKoch: {
    source: 'Landis & Koch 1977',
    lowest: 'poor',
    bands: [
      [0, 'slight'],
      [0.2, 'fair'],
      [0.4, 'moderate'],
      [0.6, 'substantial'],
      [0.8, 'almostPerfect'],
    ],
  },
  fleiss: {
    source: 'Fleiss 1981',
    lowest: 'poor',
    bands: [
      [0.4, 'fairToGood'],
      [0.75, 'excellent'],
    ],
  },
  altman: {
    source: 'Altman 1991',
    lowest: 'poor',
    bands: [
      [0.2, 'fair'],
      [0.4, 'moderate'],
      [0.6, 'good'],
      [0.8, 'veryGood'],
    ],
  },
  cicchetti: {
    source: 'Cicchetti & Sparrow 1981',
    lowest: 'poor',
    bands: [
      [0.4, 'fair'],
      [0.6, 'good'],
      [0.75, 'excellent'],
    ],
  },
} as const satisfies Record<string, Scale>

/** The band a value falls into; a bound belongs to the band above it. */
export function bandOf(scale: Scale, value: number): Band {
  return scale.bands.findLast(([from]) => value >= from)?.[1] ?? scale.lowest
}
