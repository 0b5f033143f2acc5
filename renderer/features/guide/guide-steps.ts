/** The first ten minutes, step by step: of one's own new study, and of the sample. */

export type GuideKind = 'study' | 'sample'
export type GuideStep =
  'import' | 'codebook' | 'look' | 'code' | 'card' | 'episode' | 'finish' | 'matrix' | 'profile' | 'undo'

const SAMPLE: readonly GuideStep[] = ['look', 'code', 'card', 'episode', 'matrix', 'profile', 'undo']

/** Without a framework there are no cells, so neither episodes nor profiles say anything. */
export function stepsOf(kind: GuideKind, hasFramework: boolean): readonly GuideStep[] {
  if (kind === 'sample') return SAMPLE
  return hasFramework
    ? ['import', 'codebook', 'code', 'episode', 'finish', 'profile']
    : ['import', 'codebook', 'code', 'finish', 'matrix']
}

/** The step to go on with: the first behind `at` that is not done, else the first that is not; null: all are. */
export function stepAfter(
  steps: readonly GuideStep[],
  done: ReadonlySet<GuideStep>,
  at: GuideStep | null,
): GuideStep | null {
  const from = at === null ? 0 : steps.indexOf(at) + 1
  return [...steps.slice(from), ...steps].find((step) => !done.has(step)) ?? null
}
