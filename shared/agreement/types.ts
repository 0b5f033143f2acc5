/** Why a figure cannot be given. Undefined stays undefined: it is never shown as 0 or 1. */
export type NotEstimable =
  /** No unit was rated by two coders. */
  | 'no_pairs'
  /** All ratings are alike, so that agreement by chance is already complete: 0/0. */
  | 'no_variation'
  /** Nobody applied the code anywhere: 0/0. */
  | 'never_applied'
  /** Everybody applied the code everywhere: 0/0. */
  | 'always_applied'
  /** There is nothing to count: no text, no codes, no coders, no matches. */
  | 'empty'
  /** So few passages that chance agreement has nothing to be taken from. */
  | 'too_few_units'
  /** The metric needs numbers (the ratio metric: not negative), and some ratings are none. */
  | 'not_on_scale'
  /** A coder gave two values to one place where codes exclude each other. */
  | 'overlapping_values'
  /** An exact solution would take too long. */
  | 'too_large'

/** A number, or the reason why there is none. */
export type Figure =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: NotEstimable }

/** A figure with its standard error. */
export type Estimate = Figure & {
  /** For independent units (not for characters, which are not); null where not estimable. */
  readonly standardError: number | null
  /** Units that entered the standard error; one less is its degrees of freedom. */
  readonly units: number
}

/** A coefficient with what it was made from. All shares are 0 to 1. */
export type Coefficient = Estimate & {
  /** Observed agreement; null where no unit was rated twice. */
  readonly observed: number | null
  /** Agreement expected by chance; null where there is nothing to take it from. */
  readonly expected: number | null
}

/** A category: a code's name, a number on a scale, 0 and 1 for not applied and applied. */
export type Value = string | number

/** What each coder said about each unit: rows are units, columns coders, null is a missing rating. */
export interface Ratings<V extends Value = Value> {
  readonly rows: readonly (readonly (V | null)[])[]
  /** How many units each row stands for, or how many characters; once each where absent. */
  readonly times?: readonly number[]
  /** The declared categories in order; where absent the observed ones, sorted. */
  readonly values?: readonly V[]
}

/** How many coders put each unit into each category: rows are units, columns categories. Who did is not known. */
export interface CategoryCounts<V extends Value = Value> {
  readonly values: readonly V[]
  readonly rows: readonly (readonly number[])[]
  /** How many units each row stands for. */
  readonly times: readonly number[]
}

/** Two coders: units by the first coder's category (row) and the second's (column). Square. */
export type TwoWayTable = readonly (readonly number[])[]

/** Two coders and one code, or the sum of such tables over pairs of coders. In units or characters. */
export interface BinaryTable {
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
}

/** How much credit a pair of categories gets, 0 to 1, symmetric, 1 on the diagonal. */
export type Weights = readonly (readonly number[])[]

/** The sets of codes each coder gave to each unit: null is a missing rating, the empty set is "no code applied". */
export interface SetRatings<V extends Value = Value> {
  readonly rows: readonly (readonly (readonly V[] | null)[])[]
  /** How many units each row stands for; one each where absent. */
  readonly times?: readonly number[]
}

/** A stretch of a document, half-open, in characters or tokens: one of them throughout. */
export interface Bounds {
  readonly start: number
  readonly end: number
}

/** A passage with the value a coder gave it. */
export interface ValuedSpan<V extends Value = Value> extends Bounds {
  readonly value: V
}

/** One document: its length and each coder's passages in it, in the same order of coders for all documents. */
export interface Continuum<V extends Value = Value> {
  readonly length: number
  readonly coders: readonly (readonly ValuedSpan<V>[])[]
}

/** One document with its units of analysis, of which some coders may have finished work and others not. */
export interface CodedDocument<V extends Value = Value> {
  /** Turns, sentences or the whole text: sorted, disjoint. What lies outside (say, interviewer turns) does not count. */
  readonly units: readonly Bounds[]
  /** Each coder's passages; null where the coder did not finish the document: its ratings are missing, not zero. */
  readonly coders: readonly (readonly ValuedSpan<V>[] | null)[]
}
