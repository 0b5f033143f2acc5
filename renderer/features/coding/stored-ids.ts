import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useReading } from '../../reader/reading-state.ts'

/** What was marked a moment ago is on the screen before the host has answered, and has its id only then. */
let lastAsked: Promise<unknown> = Promise.resolve()

/** Says that codings were asked for which are shown already. */
export function awaitStored(asked: Promise<unknown>): void {
  lastAsked = asked
}

/** The ids under which the host knows codings that are shown; those that it refused to make have none. */
export async function storedIds(codings: readonly CodingRow[]): Promise<number[]> {
  if (codings.some(isProposed)) await lastAsked
  return codings.flatMap((coding) => (isProposed(coding) ? confirmedAs(coding) : [coding.id]))
}

function isProposed({ id }: CodingRow): boolean {
  return id < 0
}

function confirmedAs({ codeId, coderId, start, end }: CodingRow): number[] {
  const here = useReading.getState().view?.codingsIn({ start, end }) ?? []
  return here
    .filter(
      (row) =>
        !isProposed(row) && row.codeId === codeId && row.coderId === coderId && row.start <= start && end <= row.end,
    )
    .map(({ id }) => id)
}
