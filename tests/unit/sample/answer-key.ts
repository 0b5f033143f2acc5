/**
 * What the fictional corpus was written to contain: determinate episodes per interview, as cell → count. The first
 * letter is the mobilization (Responsive, Administrative), the second the participation (Governance, rights-Defence,
 * Non-participation).
 */
export const answerKey: Record<string, Record<string, number>> = {
  'LW-C1-w1': { AN: 2, RG: 1 },
  'LW-C2-w1': { AN: 3 },
  'LW-K1-w1': { AN: 2, AG: 1 },
  'LW-F1-w1': { AN: 3 },
  'LW-F2-w1': { AN: 2, AD: 1 },
  'LW-F3-w1': { AN: 2, RN: 1 },
  'LW-C1-w2': { RG: 4 },
  'LW-F1-w2': { RG: 3, RN: 1 },
  'LW-F2-w2': { RG: 2, AN: 1 },
  'LW-F3-w2': { RG: 3 },
  'SP-C3-w1': { RG: 2, AD: 1, AG: 1 },
  'SP-C4-w1': { AD: 3, AN: 1 },
  'SP-K2-w1': { AD: 3 },
  'SP-F4-w1': { AD: 4 },
  'SP-F5-w1': { AD: 3, AG: 1 },
  'SP-F6-w1': { AD: 2, AN: 1 },
  'SG-C5-w1': { RN: 4 },
  'SG-C6-w1': { RN: 3, RG: 1 },
  'SG-K3-w1': { RN: 3 },
  'SG-F7-w1': { AD: 20, RN: 1 },
  'SG-F8-w1': { RN: 3 },
  'SG-F9-w1': { RN: 2, RD: 1 },
}

/** Reasons of non-participation, one per episode of AN or RN. */
export const reasonKey: Record<string, Record<string, number>> = {
  'LW-C1-w1': { NW: 2 },
  'LW-C2-w1': { NW: 3 },
  'LW-K1-w1': { NW: 2 },
  'LW-F1-w1': { NW: 3 },
  'LW-F2-w1': { NW: 2 },
  'LW-F3-w1': { NW: 2, NC: 1 },
  'LW-F1-w2': { NC: 1 },
  'LW-F2-w2': { NW: 1 },
  'SP-C4-w1': { NW: 1 },
  'SP-F6-w1': { NW: 1 },
  'SG-C5-w1': { NC: 4 },
  'SG-C6-w1': { NC: 3 },
  'SG-K3-w1': { NC: 3 },
  'SG-F7-w1': { NC: 1 },
  'SG-F8-w1': { NC: 3 },
  'SG-F9-w1': { NC: 1, NW: 1 },
}

/** Episodes that are in no cell, and why. */
export const outsideKey: Record<string, string> = {
  'LW-C1-w2': 'mixed',
  'LW-F1-w1': 'not asked',
  'SP-C4-w1': 'incomplete',
}

/**
 * What the second coder made otherwise of the six interviews that both coded: turn, then the first coder's codes and the
 * second's, each with its polarity where it is not affirmed. A code that both have there stands with other bounds.
 */
export const disagreementKey: Record<string, readonly (readonly [turn: string, first: string, second: string])[]> = {
  'LW-C1-w2': [['T06', 'M.R2', 'M.R2']],
  'LW-F2-w1': [['T06', 'P.NC negated', 'P.NC']],
  'SG-F8-w1': [
    ['T05', 'P.G hypothetical', 'P.G'],
    ['T07', 'M.R', 'M.R3'],
  ],
  'SP-C3-w1': [['T06', 'M.R P.G', 'M.R3 P.G']],
  'SP-F4-w1': [
    ['T04', 'P.D', 'P.G'],
    ['T06', 'M.R negated', ''],
    ['T14', 'P.D', 'P.G'],
  ],
  'SP-F5-w1': [
    ['T14', 'P.D', 'P.G'],
    ['T16', 'E.R.-', ''],
  ],
}

/**
 * Agreement of the two coders by turn, subcodes rolled up, interviewers left out: both, the first alone, the second
 * alone, neither; then Cohen's κ and Krippendorff's α, worked out by hand from the four.
 */
export const agreementKey: Record<string, readonly [number, number, number, number, kappa: number, alpha: number]> = {
  'M.R': [10, 1, 0, 40, 0.94, 0.941],
  'P.G': [11, 0, 3, 37, 0.842, 0.843],
  'P.D': [7, 3, 0, 41, 0.79, 0.79],
  E: [6, 1, 0, 44, 0.912, 0.913],
}
