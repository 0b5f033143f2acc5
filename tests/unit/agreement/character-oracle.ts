import type { Continuum } from '../../../shared/agreement/types.ts'

/** One coder's document, a character at a time: the number of the passage it belongs to and the passage's value. */
type Characters = ({ readonly passage: number; readonly value: string } | null)[]

/**
 * The unitizing family as the method page writes it, with an array entry for each character. Null where 0/0. Touching
 * passages of one value are one.
 */
export function unitizingByCharacters(documents: readonly Continuum<string>[]): {
  all: number | null
  codedOrNot: number | null
  cu: number | null
  values: Map<string, number | null>
} {
  const texts = documents.map(({ length, coders }) => coders.map((spans) => charactersOf(spans, length)))
  const m = documents[0]!.coders.length
  const gap = ''
  const values = [...new Set(texts.flat(2).flatMap((character) => (character === null ? [] : [character.value])))]
  const categories = [gap, ...values]

  const table = new Map<string, number>()
  const cell = (c: string, k: string) => table.get(`${c}|${k}`) ?? 0
  const own = new Map<string, number>()
  const ownShared = new Map<string, number>()
  const add = (map: Map<string, number>, key: string, amount: number) => map.set(key, (map.get(key) ?? 0) + amount)
  for (const text of texts) {
    text.forEach((one, i) => {
      const passages = new Map<number, { value: string; length: number }>()
      for (const character of one) {
        if (character === null) add(own, gap, 1)
        else
          passages.set(character.passage, {
            value: character.value,
            length: (passages.get(character.passage)?.length ?? 0) + 1,
          })
      }
      for (const { value, length } of passages.values()) add(own, value, length ** 2)
      text.forEach((other, j) => {
        if (i === j) return
        const shared = new Map<number, { value: string; length: number }>()
        one.forEach((character, at) => {
          const there = other[at] ?? null
          add(table, `${character?.value ?? gap}|${there?.value ?? gap}`, 1 / (m - 1))
          if (character === null || there === null) return
          shared.set(character.passage, {
            value: character.value,
            length: (shared.get(character.passage)?.length ?? 0) + 1,
          })
        })
        for (const { value, length } of shared.values()) add(ownShared, value, length ** 2 / (m - 1))
      })
    })
  }

  const sum = (names: string[], of: (name: string) => number) => names.reduce((total, name) => total + of(name), 0)
  const margin = (c: string, among: string[]) => sum(among, (k) => cell(c, k))
  const total = sum(categories, (c) => margin(c, categories))
  const chance = (c: string, k: string) =>
    (total * (margin(c, categories) * margin(k, categories) - (c === k ? (own.get(c) ?? 0) : 0))) /
    (total ** 2 - sum(categories, (name) => own.get(name) ?? 0))
  const apart = (of: (c: string, k: string) => number, among: string[]) =>
    sum(among, (c) => sum(among, (k) => (c === k ? 0 : of(c, k))))

  const starred = sum(values, (c) => margin(c, values))
  const pairings = starred - sum(values, (name) => ownShared.get(name) ?? 0) / starred
  const chanceStarred = (c: string, k: string) =>
    (margin(c, values) * margin(k, values) - (c === k ? (ownShared.get(c) ?? 0) : 0)) / pairings
  const ratio = (observed: number, expected: number) =>
    !Number.isFinite(expected) || Math.abs(expected) < 1e-9 ? null : 1 - observed / expected
  return {
    all: ratio(apart(cell, categories), apart(chance, categories)),
    codedOrNot: ratio(
      sum(values, (k) => cell(gap, k)),
      sum(values, (k) => chance(gap, k)),
    ),
    // Where passages can meet nobody but themselves by chance, there is nothing to compare with.
    cu: !(pairings > 1e-9) ? null : ratio(apart(cell, values), apart(chanceStarred, values)),
    values: new Map(
      values.map((k) => {
        const column = sum(values, (c) => chanceStarred(c, k))
        const observed = margin(k, values) - cell(k, k)
        if (!(pairings > 1e-9) || column <= 1e-12) return [k, null]
        return [k, ratio((column / margin(k, values)) * observed, column - chanceStarred(k, k))]
      }),
    ),
  }
}

function charactersOf(spans: Continuum<string>['coders'][number], length: number): Characters {
  const values = new Array<string | null>(length).fill(null)
  for (const { start, end, value } of spans) values.fill(value, start, end)
  let passage = 0
  return values.map((value, at) => {
    if (value !== values[at - 1]) passage++
    return value === null ? null : { passage, value }
  })
}
