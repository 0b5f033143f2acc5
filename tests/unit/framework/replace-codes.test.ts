import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeRefsOf } from '../../../shared/framework/code-refs-of.ts'
import { replaceCodes, replacementEffect } from '../../../shared/framework/replace-codes.ts'
import { resolveFramework } from '../../../shared/framework/resolve-framework.ts'
import { validateFramework } from '../../../shared/framework/validate-framework.ts'
import { builtInFile, studyCodes } from './built-in.ts'

const file = builtInFile()
const { framework, codes } = file
const NEW = { guid: '00000000-0000-4000-8000-000000000000', label: 'X' }
const refOf = (label: string) => {
  const found = codes.find((code) => code.label === label)
  if (found === undefined) throw new Error(label)
  return { guid: found.guid, label }
}

test('a code without a meaning takes the place of the one merged into it', () => {
  const from = refOf('M.A')
  const replacement = { from: [from.guid], to: NEW, hasMeaning: false, hasReason: false }
  const next = replaceCodes(framework, replacement)
  const before = codeRefsOf(framework)
  expect(codeRefsOf(next).map(({ guid }) => guid)).toEqual(
    before.map(({ guid }) => (guid === from.guid ? NEW.guid : guid)),
  )
  expect(replacementEffect(framework, replacement)).toBe('takes')
})

test('a code that means something keeps its place and no other', () => {
  const to = refOf('M.R')
  const replacement = { from: [refOf('M.A').guid], to, hasMeaning: true, hasReason: false }
  const meaning = (next: typeof framework) =>
    next.dimensions.flatMap(({ categories }) =>
      categories.filter(({ codes: refs }) => refs.some(({ guid }) => guid === to.guid)).map(({ id }) => id),
    )
  expect(meaning(replaceCodes(framework, replacement))).toEqual(meaning(framework))
})

test('what the framework does not name changes nothing', () => {
  const replacement = { from: [NEW.guid], to: refOf('M.R'), hasMeaning: true, hasReason: false }
  expect(replaceCodes(framework, replacement)).toEqual(framework)
  expect(replacementEffect(framework, replacement)).toBe('none')
})

test('whatever is merged, the framework stays sound and forgets what went', () => {
  const { resolved } = resolveFramework(framework, studyCodes(file))
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(codes.length - 1), { minLength: 1, maxLength: 6 }),
      fc.option(fc.nat(codes.length - 1)),
      (from, target) => {
        const going = from.filter((index) => index !== target).map((index) => codes[index]!.guid)
        const id = target === null ? 0 : target + 1
        const next = replaceCodes(framework, {
          from: going,
          to: target === null ? NEW : { guid: codes[target]!.guid, label: codes[target]!.label },
          hasMeaning:
            resolved.switchedOff.has(id) || resolved.dimensions.some(({ categoryByCode }) => categoryByCode.has(id)),
          hasReason: resolved.reasonByCode.has(id),
        })
        expect(validateFramework(next)).toMatchObject({ ok: true })
        expect(codeRefsOf(next).some(({ guid }) => going.includes(guid))).toBe(false)
      },
    ),
  )
})
