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
