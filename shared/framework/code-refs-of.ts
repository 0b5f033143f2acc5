import type { CodeRef, Framework } from './framework-schema.ts'

/** Every place where a framework names a code, in the order of the file; a code may occur several times. */
export function codeRefsOf(framework: Framework): CodeRef[] {
  return [
    ...framework.dimensions.flatMap((dimension) => dimension.categories.flatMap((category) => category.codes)),
    ...(framework.reasons?.items.flatMap((item) => item.codes) ?? []),
    ...framework.optionalCodes.map((optional) => optional.code),
    ...framework.outcomes.flatMap(({ valences }) => [...valences.positive, ...valences.negative, ...valences.mixed]),
    ...framework.checks.map((check) => check.code),
    ...framework.mechanism.flatMap((link) => link.codes),
  ]
}
