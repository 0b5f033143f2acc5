import { foldQuery } from './fold-text.ts'

/** What is looked for, as it was typed. */
export interface SearchPattern {
  readonly text: string
  /** `text`: anywhere. `words`: not beginning or ending within a word. `regex`: a regular expression. */
  readonly mode: 'text' | 'words' | 'regex'
  readonly matchCase: boolean
}

/** Why a regular expression cannot be read; `other` for what has no words of its own. */
export type PatternProblem =
  | 'unterminatedGroup'
  | 'unmatchedParenthesis'
  | 'unterminatedClass'
  | 'nothingToRepeat'
  | 'loneBracket'
  | 'invalidEscape'
  | 'rangeOrder'
  | 'numberOrder'
  | 'backslashAtEnd'
  | 'invalidProperty'
  | 'other'

/** As V8 calls them, in its messages. */
const PROBLEMS: readonly (readonly [RegExp, PatternProblem])[] = [
  [/Unterminated group/, 'unterminatedGroup'],
  [/Unmatched '\)'/, 'unmatchedParenthesis'],
  [/Unterminated character class/, 'unterminatedClass'],
  [/Nothing to repeat/, 'nothingToRepeat'],
  [/Lone quantifier brackets|Incomplete quantifier/, 'loneBracket'],
  [/[Ii]nvalid (?:Unicode |named |class |decimal |character )?(?:escape|reference|capture)/, 'invalidEscape'],
  [/Range out of order/, 'rangeOrder'],
  [/numbers out of order/, 'numberOrder'],
  [/\\ at end of pattern/, 'backslashAtEnd'],
  [/Invalid property name/, 'invalidProperty'],
]

/** The expression folded texts are searched with. Throws SyntaxError. */
export function compileRegex(pattern: SearchPattern): RegExp {
  return new RegExp(foldQuery(pattern.text, true), pattern.matchCase ? 'gmu' : 'gimu')
}

export interface PatternFault {
  readonly problem: PatternProblem
  /**
   * UTF-16 offset behind which the pattern cannot be read any more; null where that cannot be told. The engine names no
   * place, but what stands before the place can be completed to an expression, and what includes it cannot.
   */
  readonly position: number | null
}

/** What is wrong with a pattern; null where nothing is. */
export function patternFault(pattern: SearchPattern): PatternFault | null {
  if (pattern.mode !== 'regex') return null
  const message = problemOf(pattern.text)
  if (message === null) return null
  return {
    problem: PROBLEMS.find(([test]) => test.test(message))?.[1] ?? 'other',
    position: positionOf(pattern.text),
  }
}

function problemOf(text: string): string | null {
  try {
    new RegExp(text, 'gmu')
    return null
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

/** Where the first opening sign without its end stands, or a closing one without its beginning. */
function positionOf(text: string): number | null {
  const open: number[] = []
  let classAt = -1
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]
    if (sign === '\\') {
      if (index + 1 === text.length) return index
      index++
    } else if (classAt >= 0) {
      if (sign === ']') classAt = -1
    } else if (sign === '[') classAt = index
    else if (sign === '(') open.push(index)
    else if (sign === ')') {
      if (open.length === 0) return index
      open.pop()
    } else if (sign !== undefined && '*+?'.includes(sign) && (index === 0 || '(|'.includes(text[index - 1] ?? ''))) {
      if (!(sign === '?' && text[index - 1] === '(')) return index
    }
  }
  return classAt >= 0 ? classAt : (open.at(-1) ?? null)
}
