import type { WireError } from '../../shared/contract/envelope.ts'

/** A failed call: a code of `errors.` in the language files with its parameters. */
export class BridgeError extends Error {
  readonly code: string
  readonly params: Record<string, string | number>

  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code)
    this.name = 'BridgeError'
    this.code = code
    this.params = params
  }
}

/** What a rejected call says. Anything that is not an answer of the host is a defect of ours: `internal`. */
export function wireErrorOf(thrown: unknown): WireError {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string') {
    const params = 'params' in thrown && typeof thrown.params === 'object' ? thrown.params : {}
    return { code: thrown.code, params: { ...(params as WireError['params']) } }
  }
  return { code: 'internal', params: {} }
}
