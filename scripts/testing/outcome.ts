/** What a stage of the tests came to. */
export interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** Lines worth repeating in the summary: what was skipped and why, what broke outside any one test. */
  notes: string[]
}

export function outcomeOf(part: Partial<Outcome>): Outcome {
  return { passed: 0, failed: 0, skipped: 0, notes: [], ...part }
}

export function addOutcomes(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    skipped: outcomes.reduce((sum, { skipped }) => sum + skipped, 0),
    notes: outcomes.flatMap(({ notes }) => notes),
  }
}

/** Where no skip is allowed, what was skipped has failed. */
export function withoutSkips(outcome: Outcome): Outcome {
  return { ...outcome, failed: outcome.failed + outcome.skipped, skipped: 0 }
}

/** A runner that ended badly although none of its tests says so counts as one failure. */
export function withExitCode(outcome: Outcome, code: number, note: string): Outcome {
  if (code === 0 || outcome.failed > 0) return outcome
  return { ...outcome, failed: 1, notes: [...outcome.notes, note] }
}
