import type { ClassifiedEpisode } from './classify.ts'
import type { ExclusionCause } from './grid-coding.ts'
import type { EpisodeUnit, RequestedUnit } from './input.ts'
import type { RespondentKey } from './respondent-key.ts'

/**
 * What the engine returns: plain data, safe for JSON. Undefined is null, never 0 (DESIGN 1). Ranges and intervals have
 * no evidence of their own; they belong to the figure beside which they stand.
 */

/** What a number rests on: keys into `VillageProfile.episodes`, and coding ids. Sorted, each once. */
export interface Evidence {
  episodes: string[]
  codings: number[]
}

/** A number with its quotations. Where it is a ratio, value = numerator / denominator; 0/0 is null. */
export interface Figure {
  value: number | null
  numerator: number | null
  denominator: number | null
  evidence: Evidence
}

export interface InteractionProfiles {
  frameworkId: string
  requestedUnit: RequestedUnit
  /** By village id, then wave id; no wave first. */
  profiles: VillageProfile[]
  /** Documents without a village. */
  unplacedDocuments: number[]
}

/** One village in one wave. "Determinate" counts go by respondent: a group interview's episode once for each. */
export interface VillageProfile {
  villageId: number
  waveId: number | null
  unit: EpisodeUnit
  documents: number[]
  /** All of them, whatever their status; what the keys in `Evidence.episodes` mean. */
  episodes: ClassifiedEpisode[]
  respondents: RespondentRow[]
  /** n: determinate episodes. */
  determinate: Figure
  /** R in shares: respondents with a determinate episode. */
  respondentsCounted: Figure
  /** R in prevalences: all who were interviewed. */
  respondentsInterviewed: Figure
  /** N_eff = 1 / Σ d², with d a respondent's share of the episodes. */
  effectiveRespondents: Figure
  /** The largest d and whose it is. */
  dominance: { respondent: RespondentKey | null; figure: Figure }
  cells: CellProfile[]
  statuses: { mixed: Figure; incomplete: Figure; notAsked: Figure; empty: Figure }
  /** Episodes in categories outside the grid, one by one. */
  outside: { dimensionId: string; categoryId: string; figure: Figure }[]
  /** Share of the matched cells: the primary measure of synergy. */
  matched: { count: Figure; pooled: Figure; equal: Figure }
  indices: IndexProfile[]
  sides: SideProfile[]
  gap: PerspectiveGap | null
  groupings: { groupingId: string; count: Figure; pooled: Figure; equal: Figure }[]
  expectedReasons: ExpectedReasonCheck[]
  negativeCases: NegativeCase[]
  /** Codings that speak to the grid and do not count, with the causes. */
  excluded: ExcludedCoding[]
  /** Codings that would count and lie in no episode. */
  outsideEpisodes: Figure
  /** Episodes where a coder's primary code changed the category. */
  primaryChoices: Figure
  verdict: Verdict
  flags: Flag[]
}

export interface CellProfile {
  cellId: string
  count: Figure
  /** P: share of all determinate episodes. */
  pooled: Figure
  /** Q, the headline: mean over respondents of their own shares. */
  equal: Figure
  /** B: mean of the means of the balanced sides; null unless all of them were interviewed. */
  balanced: Figure
  /** Q with each respondent left out in turn; null with fewer than two respondents. */
  leaveOneOut: { low: number; high: number } | null
  /** 95% percentile interval of Q over draws of respondents; null with too few. */
  interval: { low: number; high: number; illustrative: boolean } | null
  /** Respondents with at least one episode here, of all interviewed, with the Wilson 95% interval. */
  prevalence: Figure & { low: number | null; high: number | null }
}

export interface RespondentRow {
  key: RespondentKey
  role: string | null
  sideId: string | null
  documents: number[]
  determinate: Figure
  cells: { cellId: string; count: Figure }[]
}

export interface IndexProfile {
  indexId: string
  /** Mean over the respondents with enough episodes. */
  equal: Figure
  pooled: Figure
  respondents: { key: RespondentKey; figure: Figure; counted: boolean }[]
}

export interface SideProfile {
  /** Null: respondents whose role belongs to no side. */
  sideId: string | null
  respondentsInterviewed: number
  respondentsCounted: number
  determinate: Figure
  cells: { cellId: string; count: Figure; pooled: Figure; equal: Figure }[]
  indices: IndexProfile[]
}

/** Value = first − second, both respondent-equal; null if either is. */
export interface GapFigure {
  value: number | null
  first: number | null
  second: number | null
  evidence: Evidence
}

export interface PerspectiveGap {
  first: string
  second: string
  cells: { cellId: string; figure: GapFigure }[]
  indices: { indexId: string; figure: GapFigure }[]
}

export interface ExpectedReasonCheck {
  cellId: string
  reasonId: string
  /** Episodes with the expected reason among those with exactly one of the compared reasons. */
  figure: Figure
  byReason: { reasonId: string; count: Figure }[]
  several: Figure
  none: Figure
}

export type NegativeCaseKind =
  'off_typology' | 'contrary_reason' | 'denial' | 'other_village' | 'hearsay' | 'hypothetical'

export interface NegativeCase {
  kind: NegativeCaseKind
  documentId: number
  cellId: string | null
  reasonId: string | null
  /** For codings: what the passage denies, imagines or tells of elsewhere. */
  dimensionId: string | null
  categoryId: string | null
  respondents: RespondentKey[]
  evidence: Evidence
}

export interface ExcludedCoding {
  codingId: number
  documentId: number
  codeId: number
  dimensionId: string | null
  categoryId: string | null
  causes: ExclusionCause[]
  respondents: RespondentKey[]
}

export type VerdictStatus = 'called' | 'provisional' | 'undetermined' | 'insufficient'

export interface Verdict {
  status: VerdictStatus
  /** The cell that is called, provisionally or not; else null. */
  cellId: string | null
  /** The two leading cells by respondent-equal share, always shown; fewer only where nothing is counted. */
  leading: { cellId: string; share: number }[]
  gap: number | null
  criteria: Criterion[]
  bootstrap: { draws: number; seed: number; leads: number } | null
  /** The one cell that leads by each way of counting; null for a tie or no episodes. */
  leaders: { equal: string | null; pooled: string | null; balanced: string | null }
}

export type CriterionKind =
  'episodes' | 'respondents' | 'side_respondents' | 'share' | 'gap' | 'leave_one_out' | 'bootstrap'

export interface Criterion {
  kind: CriterionKind
  /** For `side_respondents`. */
  sideId: string | null
  required: number
  actual: number | null
  met: boolean
}

export type FlagKind =
  | 'dominance'
  | 'few_effective_respondents'
  | 'pooled_leads_differently'
  | 'balanced_leads_differently'
  | 'leave_one_out_changes_leader'

export interface Flag {
  kind: FlagKind
  /** The headline's leader and the differing one, where leaders differ. */
  cells: string[]
  respondents: RespondentKey[]
  figure: Figure
  threshold: number | null
}
