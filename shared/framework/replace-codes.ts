import { codeRefsOf } from './code-refs-of.ts'
import type { CodeRef, Framework } from './framework-schema.ts'

export interface CodeReplacement {
  /** Guids of the codes that go, the most important first. */
  readonly from: readonly string[]
  readonly to: CodeRef
  /** Whether the code that stays already stands for something in the grid, or is switched off, by itself or by a parent. */
  readonly hasMeaning: boolean
  /** The same among the reasons. */
  readonly hasReason: boolean
}

/**
 * The framework after codes were merged into one; what it must become in the operation that merges them. A code that
 * means something keeps its meaning, and what is merged into it takes it on. A code that means nothing yet takes the
 * place of the first merged code that does. Wherever one place must hold one code only once, it does afterwards.
 */
export function replaceCodes(framework: Framework, replacement: CodeReplacement): Framework {
  const { to } = replacement
  const from = new Set(replacement.from)
  const named = (refs: readonly CodeRef[]): boolean => refs.some(({ guid }) => guid === to.guid)
  /** The merged code whose place the other takes; null: it takes none. */
  const heirAmong = (refs: readonly CodeRef[], isTaken: boolean): string | null =>
    isTaken || named(refs) ? null : (replacement.from.find((guid) => refs.some((ref) => ref.guid === guid)) ?? null)
  const inherit = (refs: readonly CodeRef[], heir: string | null): CodeRef[] =>
    refs.flatMap((ref) => (ref.guid === heir ? [to] : from.has(ref.guid) ? [] : [ref]))

  const grid = framework.dimensions.flatMap(({ categories }) => categories.flatMap(({ codes }) => codes))
  const optional = framework.optionalCodes.map(({ code }) => code)
  const heir = heirAmong([...grid, ...optional], replacement.hasMeaning)
  const reasons = framework.reasons?.items.flatMap(({ codes }) => codes) ?? []
  const reasonHeir = heirAmong(reasons, replacement.hasReason)
  const checkHeir = heirAmong(
    framework.checks.map(({ code }) => code),
    false,
  )
  return {
    ...framework,
    dimensions: framework.dimensions.map((dimension) => ({
      ...dimension,
      categories: dimension.categories.map((category) => ({ ...category, codes: inherit(category.codes, heir) })),
    })),
    reasons: framework.reasons && {
      ...framework.reasons,
      items: framework.reasons.items.map((item) => ({ ...item, codes: inherit(item.codes, reasonHeir) })),
    },
    optionalCodes: framework.optionalCodes.flatMap((option) =>
      inherit([option.code], heir).map((code) => ({ ...option, code })),
    ),
    outcomes: framework.outcomes.map((outcome) => {
      const { positive, negative, mixed } = outcome.valences
      const valenceHeir = heirAmong([...positive, ...negative, ...mixed], false)
      return {
        ...outcome,
        valences: {
          positive: inherit(positive, valenceHeir),
          negative: inherit(negative, valenceHeir),
          mixed: inherit(mixed, valenceHeir),
        },
      }
    }),
    checks: framework.checks.flatMap((check) => inherit([check.code], checkHeir).map((code) => ({ ...check, code }))),
    mechanism: framework.mechanism.map((link) => ({
      ...link,
      codes: inherit(link.codes, heirAmong(link.codes, false)),
    })),
  }
}

/** What a replacement does: nothing, gives the code that stays a place of its own, or leaves it where it stands. */
export function replacementEffect(framework: Framework, replacement: CodeReplacement): 'none' | 'takes' | 'keeps' {
  const count = (of: Framework, guids: readonly string[]): number =>
    codeRefsOf(of).filter(({ guid }) => guids.includes(guid)).length
  if (count(framework, replacement.from) === 0) return 'none'
  const after = replaceCodes(framework, replacement)
  return count(after, [replacement.to.guid]) > count(framework, [replacement.to.guid]) ? 'takes' : 'keeps'
}
