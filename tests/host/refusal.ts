import { UserError } from '../../electron/host/errors.ts'

/** What a call was refused with; fails where it was not refused, or failed by a defect. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; params: UserError['params'] }> {
  try {
    await call
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, params: error.params }
    throw error
  }
  throw new Error('the call was not refused')
}
