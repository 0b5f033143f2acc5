import path from 'node:path'
import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, it } from 'vitest'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

/** Reads the cases as this project's files are read: TypeScript with JSX. */
export function createRuleTester(): RuleTester {
  return new RuleTester({
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  })
}

/** An absolute file name for a case, since some rules judge by place. */
export function at(file: string): string {
  return path.join(process.cwd(), file)
}
