import { runLayerChecks, runLintChecks, runTypeChecks } from './checks.ts'
import type { Outcome } from './outcome.ts'
import { runElectron, runEndToEnd } from './playwright-stage.ts'
import { runVitest } from './vitest-stage.ts'

export interface Stage {
  name: string
  /** @param timeoutMs what is left of the time for all tests; @param extra arguments for the stage's own runner */
  run(timeoutMs: number, extra: string[]): Promise<Outcome>
}

function vitestStage(name: string): Stage {
  return { name, run: (timeoutMs, extra) => runVitest(name, timeoutMs, extra) }
}

/** Every stage in the order of `npm test`: what is quick to say no comes first. */
export const STAGES: Stage[] = [
  { name: 'types', run: runTypeChecks },
  { name: 'lint', run: runLintChecks },
  { name: 'layers', run: runLayerChecks },
  vitestStage('unit'),
  vitestStage('host'),
  vitestStage('migrations'),
  vitestStage('contract'),
  { name: 'e2e', run: runEndToEnd },
  { name: 'electron', run: runElectron },
]
