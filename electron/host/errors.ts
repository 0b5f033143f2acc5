/**
 * An error meant for the user: a code of `errors.` in the language files with its parameters. Everything else that is
 * thrown is a defect and reaches the renderer as `internal`, without its message (it may quote an interview).
 */
export class UserError extends Error {
  readonly code: string
  readonly params: Record<string, string | number>

  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code)
    this.name = 'UserError'
    this.code = code
    this.params = params
  }
}

export function fail(code: string, params: Record<string, string | number> = {}): never {
  throw new UserError(code, params)
}
