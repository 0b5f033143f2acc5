import type { CodeRef, Framework } from './framework-schema.ts'

/**
 * The framework without any mention of the codes with these guids; what it must become in the operation that deletes
 * them. Categories, reasons, outcomes and links stay, if need be without codes: they then count nothing, visibly.
 */
export function forgetCodes(framework: Framework, guids: ReadonlySet<string>): Framework {
  const known = (ref: CodeRef): boolean => !guids.has(ref.guid)
  const trim = <T extends { codes: CodeRef[] }>(part: T): T => ({ ...part, codes: part.codes.filter(known) })
  return {
    ...framework,
    dimensions: framework.dimensions.map((dimension) => ({
      ...dimension,
      categories: dimension.categories.map(trim),
    })),
    reasons: framework.reasons && { ...framework.reasons, items: framework.reasons.items.map(trim) },
    optionalCodes: framework.optionalCodes.filter((optional) => known(optional.code)),
    outcomes: framework.outcomes.map((outcome) => ({
      ...outcome,
      valences: {
        positive: outcome.valences.positive.filter(known),
        negative: outcome.valences.negative.filter(known),
        mixed: outcome.valences.mixed.filter(known),
      },
    })),
    checks: framework.checks.filter((check) => known(check.code)),
    mechanism: framework.mechanism.map(trim),
  }
}
