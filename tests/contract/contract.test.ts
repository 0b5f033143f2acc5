import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract, definitionOf, type Name } from '../../shared/contract/contract.ts'
import { TestHost } from '../host/open-host.ts'
import { refusal } from '../host/refusal.ts'
import { examples } from './examples.ts'

const names = Object.keys(contract) as Name[]

function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** A JSON object with a key that object literals cannot have. */
function withProto(input: object): unknown {
  return JSON.parse(JSON.stringify(input).replace(/^\{/, '{"__proto__":{"admin":true},').replace(',}', '}'))
}

describe.each(names)('%s', (name) => {
  const { input, output } = contract[name]
  const example = examples[name]

  test('takes and gives what JSON can carry', () => {
    // Throws for dates, maps, big integers, undefined and whatever else has no place in JSON.
    for (const schema of [input, output]) z.toJSONSchema(schema, { io: 'input', unrepresentable: 'throw' })
  })

  test('means the same on either side of a transport', () => {
    const parsed = input.parse(example)
    expect(throughJson(parsed)).toEqual(parsed)
    expect(input.parse(throughJson(example))).toEqual(parsed)
  })

  test('refuses what it does not know', () => {
    expect(input.safeParse({ ...example, surplus: 1 }).success).toBe(false)
    expect(input.safeParse(withProto(example)).success).toBe(false)
    for (const wrong of [null, undefined, 7, 'text', []]) expect(input.safeParse(wrong).success).toBe(false)
  })

  test('refuses fields of another kind', () => {
    for (const field of Object.keys(example))
      for (const wrong of [{ $ne: null }, [{ nested: [] }], Number.NaN, true, -1.5]) {
        // Where a field is true or false, true is no wrong kind.
        if (wrong === true && input.safeParse({ ...example, [field]: false }).success) continue
        expect([field, wrong, input.safeParse({ ...example, [field]: wrong }).success]).toEqual([field, wrong, false])
      }
  })
})

test('queries name the topics they depend on', () => {
  for (const name of names) {
    const definition = definitionOf(name)
    if (definition?.kind !== 'query') continue
    for (const topic of definition.touches(definition.input.parse(examples[name])))
      expect(topic).toMatch(/^[a-z]+(:document\/\d+)?$/)
  }
})

describe('a host', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'study', 'study.nothing', '', 'x'.repeat(1e6)])(
    'has no method %s',
    async (name) => {
      const host = new TestHost()
      const { code, params } = await refusal(host.connection.call(name, {}))
      expect(code).toBe('no_such_method')
      expect(String(params['name']).length).toBeLessThanOrEqual(100)
    },
  )

  test.each(names)('refuses %s with what it does not take', async (name) => {
    const host = new TestHost()
    for (const wrong of [null, 'text', { ...examples[name], surplus: 1 }, withProto(examples[name])]) {
      const { code, params } = await refusal(host.connection.call(name, wrong))
      expect([code, params['name']]).toEqual(['bad_input', name])
    }
  })
})
