import type { Framework } from '../framework/framework-schema.ts'
import type { Bootstrap } from './bootstrap.ts'
import { bootstrap } from './bootstrap.ts'
import { cellShares, determinateFigure } from './cell-shares.ts'
import type { ClassifiedEpisode, EpisodeStatus } from './classify.ts'
import { expectedReasons } from './expected-reasons.ts'
import { countFigure, evidenceOf, noEvidence, ratioFigure } from './figure.ts'
import { flags } from './flags.ts'
import type { GridCoding } from './grid-coding.ts'
import { indexProfile } from './index-profile.ts'
import type { EpisodeUnit } from './input.ts'
import type { LeaveOneOut } from './leave-one-out.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { excludedCodings, negativeCases } from './negative-cases.ts'
import type { CellProfile, Figure, VillageProfile } from './output.ts'
import { balancedShares, perspectiveGap, sideProfiles } from './side-profile.ts'
import type { Interviewed, Tally } from './tally.ts'
import { tallyRespondents } from './tally.ts'
import { verdict } from './verdict.ts'
import { wilson } from './wilson.ts'

/** One village in one wave, read and classified. */
export interface VillageReading {
  villageId: number
  waveId: number | null
  unit: EpisodeUnit
  documents: number[]
  interviewed: readonly Interviewed[]
  episodes: ClassifiedEpisode[]
  codings: readonly GridCoding[]
  /** Ids of counted codings that overlap an episode with their counting part. */
  inEpisodes: ReadonlySet<number>
}

/** Adds up one village in one wave. */
export function villageProfile(framework: Framework, reading: VillageReading): VillageProfile {
  const { villageId, waveId, unit, documents, episodes, codings } = reading
  const tallies = tallyRespondents(framework, reading.interviewed, episodes)
  const counted = tallies.filter((tally) => tally.determinate > 0)
  const counts = counted.map((tally) => tally.cells)
  const { stability } = framework.rules
  const without = leaveOneOut(counts)
  const drawn = counted.length >= stability.bootstrapFrom ? bootstrap(counts, stability.draws, stability.seed) : null

  const determinate = determinateFigure(tallies)
  const all = determinate.value ?? 0
  const measured = {
    respondentsCounted: countFigure(counted.length, determinate.evidence),
    effectiveRespondents: effectiveRespondents(counted, determinate),
    dominance: dominance(counted, all),
    verdict: verdict(framework, tallies, without, drawn),
  }
  const cells = cellProfiles(framework, tallies, without, drawn)
  const sides = sideProfiles(framework, tallies)
  const withStatus = (status: EpisodeStatus): Figure => statusFigure(tallies, episodes, (e) => e.status === status)
  const outsideEpisodes = codings.filter((c) => c.causes.length === 0 && !reading.inEpisodes.has(c.id))
  const decided = episodes.filter((episode) => episode.dimensions.some((dimension) => dimension.primary?.decisive))
  return {
    ...{ villageId, waveId, unit, documents, episodes },
    respondents: tallies.map((tally) => ({
      key: tally.key,
      role: tally.role,
      sideId: tally.sideId,
      documents: tally.documents,
      determinate: determinateFigure([tally]),
      cells: framework.cells.map(({ id }) => ({ cellId: id, count: cellShares(framework, [tally], [id]).count })),
    })),
    determinate,
    ...measured,
    respondentsInterviewed: countFigure(tallies.length, evidenceOf(episodes)),
    cells,
    statuses: {
      mixed: withStatus('mixed'),
      incomplete: withStatus('incomplete'),
      notAsked: withStatus('not_asked'),
      empty: withStatus('empty'),
    },
    outside: framework.dimensions.flatMap((dimension) =>
      dimension.categories
        .filter((category) => !category.inGrid)
        .map((category) => ({
          dimensionId: dimension.id,
          categoryId: category.id,
          figure: statusFigure(tallies, episodes, (episode) =>
            episode.dimensions.some((d) => d.dimensionId === dimension.id && d.categoryId === category.id),
          ),
        })),
    ),
    matched: cellShares(framework, tallies, framework.matchedCells),
    indices: framework.indices.map((index) => indexProfile(index, tallies)),
    sides,
    gap: perspectiveGap(framework, sides),
    groupings: framework.groupings
      .filter((grouping) => grouping.enabled)
      .map((grouping) => ({ groupingId: grouping.id, ...cellShares(framework, tallies, grouping.cells) })),
    expectedReasons: expectedReasons(framework, tallies),
    negativeCases: negativeCases(framework, episodes, codings),
    excluded: excludedCodings(codings),
    outsideEpisodes: countFigure(outsideEpisodes.length, {
      episodes: [],
      codings: outsideEpisodes.map((coding) => coding.id).sort((a, b) => a - b),
    }),
    primaryChoices: countFigure(decided.length, evidenceOf(decided)),
    flags: flags(framework, measured, cells, counted, without),
  }
}

function cellProfiles(
  framework: Framework,
  tallies: readonly Tally[],
  without: LeaveOneOut | null,
  drawn: Bootstrap | null,
): CellProfile[] {
  const balanced = balancedShares(framework, tallies)
  const counted = tallies.filter((tally) => tally.determinate > 0).length
  return framework.cells.map(({ id }, index) => {
    const shares = cellShares(framework, tallies, [id])
    const { evidence } = shares.count
    const having = tallies.filter((tally) => (tally.cells[index] ?? 0) > 0).length
    const interval = wilson(having, tallies.length)
    const spread = drawn?.cells[index]
    return {
      cellId: id,
      ...shares,
      balanced: { value: balanced?.[index] ?? null, numerator: null, denominator: null, evidence },
      leaveOneOut: without?.ranges[index] ?? null,
      interval: spread
        ? { low: spread.low, high: spread.high, illustrative: counted < framework.rules.stability.illustrativeBelow }
        : null,
      prevalence: {
        ...ratioFigure(having, tallies.length, evidence),
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      },
    }
  })
}

/** N_eff (Kish): 1 over the sum of the squared shares of the episodes. */
function effectiveRespondents(counted: readonly Tally[], determinate: Figure): Figure {
  const all = determinate.value ?? 0
  const squares = counted.reduce((sum, tally) => sum + tally.determinate ** 2, 0)
  return {
    value: squares === 0 ? null : all ** 2 / squares,
    numerator: null,
    denominator: null,
    evidence: determinate.evidence,
  }
}

function dominance(counted: readonly Tally[], all: number): VillageProfile['dominance'] {
  const most = Math.max(0, ...counted.map((tally) => tally.determinate))
  const tally = counted.find(({ determinate }) => determinate === most)
  if (tally === undefined) return { respondent: null, figure: ratioFigure(0, 0, noEvidence) }
  return { respondent: tally.key, figure: ratioFigure(most, all, determinateFigure([tally]).evidence) }
}

/** Episodes that fit, once for each respondent; those of nobody once. */
function statusFigure(
  tallies: readonly Tally[],
  episodes: readonly ClassifiedEpisode[],
  fits: (episode: ClassifiedEpisode) => boolean,
): Figure {
  const theirs = tallies.flatMap((tally) => tally.episodes).filter(fits)
  const nobodys = episodes.filter((episode) => episode.respondents.length === 0 && fits(episode))
  return countFigure(theirs.length + nobodys.length, evidenceOf([...theirs, ...nobodys]))
}
